// Starts the reader of the API's description; nothing is loaded from, or sent to, another host.
(() => {
  "use strict";

  Scalar.createApiReference("#app", {
    url: "/api/v1/openapi.json",
    withDefaultFonts: false,
    telemetry: false,
    hideClientButton: true,
    showDeveloperTools: "never",
    mcp: { disabled: true },
    agent: { disabled: true },
    defaultOpenAllTags: true,
    documentDownloadType: "json",
    defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
  });
})();
