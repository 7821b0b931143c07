# The whole product with what shows and prints: .NET, the chart library of the pages, fonts and Chromium on Debian 12.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/SeizureIntel.App -c Release -o /app --nologo -p:PrecompiledFor=any

FROM node:20-bookworm-slim AS charts
WORKDIR /charts
COPY dashboards/SeizureIntel.Dashboards/package.json dashboards/SeizureIntel.Dashboards/package-lock.json ./
RUN npm ci --omit=dev --no-fund --no-audit

FROM debian:12-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates chromium curl fonts-dejavu-core fonts-noto-core libicu72 libssl3 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 10001 seizureintel \
 && mkdir /data && chown seizureintel /data
COPY --from=mcr.microsoft.com/dotnet/aspnet:10.0 /usr/share/dotnet /usr/share/dotnet
COPY --from=build /app /app
COPY --from=charts /charts /app/dashboards/SeizureIntel.Dashboards
ENV DOTNET_ROOT=/usr/share/dotnet \
    MALLOC_ARENA_MAX=2 \
    Data__Folder=/data \
    Reporting__ChartsFolder=/app/dashboards/SeizureIntel.Dashboards
USER seizureintel
VOLUME /data
EXPOSE 5080
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s CMD curl --fail --silent http://127.0.0.1:5080/health || exit 1
ENTRYPOINT ["/app/SeizureIntel.App"]
CMD ["serve", "--urls", "http://0.0.0.0:5080"]
