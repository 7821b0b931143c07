using System.IO;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;

namespace SeizureIntel.App.Api.Describing;

/// <summary>The page on which people read the description of the API: Scalar's reader, from this server alone.</summary>
/// <remarks>The page that the package maps holds a script of its own, which the content security policy refuses; its library is served as it is, and
/// assets/api.js starts it.</remarks>
internal static class ApiReader
{
    private const string Library = "ScalarStaticAssets.scalar.js";

    private const string Page = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>API · SeizureIntel</title>
          <link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
        </head>
        <body>
          <div id="app"></div>
          <noscript><p>The description itself: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p></noscript>
          <script src="/assets/scalar.js"></script>
          <script src="/assets/api.js"></script>
        </body>
        </html>
        """;

    // The library draws with styles of its own making.
    private const string ReaderPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        + "frame-ancestors 'none'; form-action 'self'";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapOpenApi("/api/{documentName}/openapi.json");
        site.MapGet("/api", Reader).ExcludeFromDescription();
        site.MapGet("/assets/scalar.js", Script).ExcludeFromDescription();
    }

    private static IResult Reader(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ReaderPolicy;
        return Results.Content(Page, "text/html; charset=utf-8");
    }

    // The package holds it compressed, as every browser takes it.
    private static IResult Script(HttpResponse response)
    {
        Stream library = typeof(ScalarOptions).Assembly.GetManifestResourceStream(Library)!;
        response.Headers.ContentEncoding = "gzip";
        response.Headers.CacheControl = "max-age=86400";
        return Results.Stream(library, "text/javascript");
    }
}
