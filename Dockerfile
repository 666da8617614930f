# The site served by nginx, without root and on a file system that is never written to: docs/hosting/container.md.
FROM node:20-bookworm@sha256:8f693eaa7e0a8e71560c9a82b55fd54c2ae920a2ba5d2cde28bac7d1c01c9ba5 AS build
WORKDIR /site
COPY package.json package-lock.json .npmrc ./
COPY scripts/building/setup scripts/building/setup
RUN npm ci
COPY . .
# The published address, and the instant of the build: the last commit's date where .git is in the context.
ARG SITE_URL
ARG SITE_NOW
RUN npm run build

# Debian's own nginx: the one that the tests run, with its brotli module.
FROM debian:bookworm-slim@sha256:d5d3f9c23164ea16f31852f95bd5959aad1c5e854332fe00f7b3a20fcc9f635c
RUN apt-get update \
  && apt-get install --yes --no-install-recommends nginx libnginx-mod-http-brotli-static \
  && rm -rf /var/lib/apt/lists/*
COPY deploy/container.conf /etc/nginx/nginx.conf
COPY deploy/nginx.conf /etc/nginx/lgnet.conf
COPY --from=build /site/dist /srv/lgnet
USER www-data
EXPOSE 8080
STOPSIGNAL SIGQUIT
CMD ["nginx", "-e", "stderr", "-g", "daemon off;"]
