# Tokenboard as a server of feeds (docs/server.md).
FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
# Without install scripts: esbuild's and Vite's programs are packages, and Electron is not needed.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs && rm -rf dist/renderer && find dist -name '*.map' -delete
# What is not in the bundles.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
WORKDIR /opt/tokenboard
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
RUN mkdir --mode=0700 /data && chown node:node /data
ENV NODE_ENV=production TOKENBOARD_DATA=/data
VOLUME /data
EXPOSE 8439
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:8439/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/app/serve.js"]
# Inside a container, the published port decides who reaches it.
CMD ["--address", "0.0.0.0", "--accept-plain-network"]
