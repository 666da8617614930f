/** Loaded before a script (`node --import`): hands its peak memory to the process that started it. */
process.on('exit', () => process.send?.({ peakMemoryKb: process.resourceUsage().maxRSS }));
