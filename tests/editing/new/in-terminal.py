"""Runs a command in a terminal: waits for each question and types its answer.

Arguments: a JSON list of [words to wait for, keys to type], then the command.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time

steps = json.loads(sys.argv[1])
process, terminal = pty.fork()
if process == 0:
    os.execvp(sys.argv[2], sys.argv[2:])

# A new terminal has no width, and would break every line after one character.
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

shown = ""
deadline = time.monotonic() + 45
while time.monotonic() < deadline:
    if steps and steps[0][0] in shown:
        _, keys = steps.pop(0)
        shown = ""
        for key in keys if not keys.startswith("\x1b") else [keys[:3], *keys[3:]]:
            os.write(terminal, key.encode())
            time.sleep(0.02)
    ready, _, _ = select.select([terminal], [], [], 0.2)
    if ready:
        try:
            read = os.read(terminal, 65536)
        except OSError:
            break
        if not read:
            break
        sys.stdout.write(read.decode("utf-8", "replace"))
        shown += read.decode("utf-8", "replace")
else:
    os.kill(process, 9)
_, status = os.waitpid(process, 0)
sys.exit(os.waitstatus_to_exitcode(status) if not steps else 99)
