using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SeizureIntel.App.Api.Describing;
using SeizureIntel.App.Api.Endpoints;
using SeizureIntel.App.Api.Uploads;
using SeizureIntel.App.Security;
using SeizureIntel.App.Telemetry;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Dashboards.Setup;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Reporting.Charts;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Shapes;

namespace SeizureIntel.App.Api.Hosting;

/// <summary>API and pages over one data folder.</summary>
internal static class WebSite
{
    // Everything comes from this server; neither scripts nor styles stand in a page.
    private const string ContentPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    // What the pages use of npm's packages, by the name under which it is served.
    private static readonly (string Name, string[] Path)[] Libraries =
    [
        ("echarts.min.js", ["echarts", "dist", "echarts.min.js"]),
        ("echarts-fr.js", ["echarts", "i18n", "langFR.js"]),
        ("echarts-es.js", ["echarts", "i18n", "langES.js"]),
        ("htmx.min.js", ["htmx.org", "dist", "htmx.min.js"]),
    ];

    /// <summary>Serves until it is stopped.</summary>
    /// <param name="workspace">What is served; left open.</param>
    /// <param name="urls">Addresses to listen at, separated by semicolons.</param>
    /// <param name="started">Told the addresses once they are open.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync(
        Workspace workspace,
        string urls,
        Action<IReadOnlyCollection<string>> started,
        CancellationToken cancellationToken
    )
    {
        await using WebApplication site = Build(workspace, urls);
        await site.StartAsync(cancellationToken);
        started([.. site.Urls]);
        await site.WaitForShutdownAsync(cancellationToken);
    }

    private static WebApplication Build(Workspace workspace, string urls)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(WebSite).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = "Production",
            }
        );
        builder.WebHost.UseUrls(urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Logging.ClearProviders();
        workspace.ShareWith(builder.Services);
        builder
            .Services.AddSingleton<UploadGate>()
            .AddSingleton<PageAnswers>()
            .AddHostedService<OutboxLoop>()
            .AddHostedService(services =>
                ActivatorUtilities.CreateInstance<IntakeRehearsal>(
                    services,
                    (Func<SubmissionLoader>)services.GetRequiredService<SubmissionLoader>
                )
            );
        builder.Services.AddSingleton(services => services.GetRequiredService<PageAnswers>().Desk());
        ApiDescription.Add(builder.Services);
        builder.Services.ConfigureHttpJsonOptions(o => JsonShapes.Configure(o.SerializerOptions));
        AccessOptions signIn = workspace.Get<AccessOptions>();
        TelemetrySetup.Add(builder.Services, workspace.Get<TelemetryOptions>());
        SecuritySetup.Add(builder.Services, signIn, Path.Combine(workspace.Get<Folders>().Shared, "keys"));
        builder
            .Services.AddPages()
            .AddRazorPages(o =>
            {
                o.Conventions.AllowAnonymousToPage("/SignIn/SignIn");
                o.Conventions.AllowAnonymousToPage("/Account/Language");
                o.Conventions.AuthorizeFolder("/Watches", Permissions.Decide);
                o.Conventions.AuthorizePage("/Coverage/Doubts", Permissions.Decide);
                o.Conventions.AuthorizePage("/SmallArms/Serials", Permissions.Decide);
                o.Conventions.AuthorizeFolder("/Administration", Permissions.Administer);
            });
        WebApplication site = builder.Build();
        site.Use(Guarded);
        site.UseMiddleware<FaultMiddleware>();
        ServeAssets(site, workspace.Get<Folders>().Charts);
        SecuritySetup.Use(site, signIn);
        Addresses.Map(site);
        ApiReader.Map(site);
        site.MapRazorPages();
        return site;
    }

    private static Task Guarded(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    }

    private static IResult World(HttpContext context)
    {
        if (context.Request.Query["edition"] == WorldMap.Edition)
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(WorldMap.Json(), "application/json");
    }

    private static void ServeAssets(WebApplication site, string charts)
    {
        site.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = "/assets",
                FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "assets")),
            }
        );
        string colours = ChartColours.Sheet();
        site.MapGet("/assets/colours.css", () => Results.Text(colours, "text/css")).AllowAnonymous().ExcludeFromDescription();
        // Its address names its edition, so a browser asks for it once; pages without a map never do, and a start does not wait for it.
        site.MapGet("/assets/world.json", World).AllowAnonymous().ExcludeFromDescription();
        // Libraries are npm packages: they are served from where npm put them, and absent until then.
        foreach ((string name, string[] path) in Libraries)
        {
            string library = Path.Combine([charts, "node_modules", .. path]);
            site.MapGet("/assets/" + name, () =>
                    File.Exists(library)
                        ? Results.File(library, "text/javascript", lastModified: File.GetLastWriteTimeUtc(library))
                        : Results.NotFound()
                )
                .AllowAnonymous()
                .ExcludeFromDescription();
        }
    }
}
