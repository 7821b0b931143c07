using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Security;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Shapes;
using SeizureIntel.Workbench.State;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Whether the service can answer, for people and for probes.</summary>
internal static class HealthEndpoints
{
    private const string Failing = "failing";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", HealthAsync).WithTags("State").WithSummary("What store and index hold, and how far the index is behind.");

    /// <summary>For probes, which do not sign in: whether it is well, and nothing else.</summary>
    public static void MapProbe(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/health", async (StateDesk desk, CancellationToken stop) =>
            {
                bool isWell = (await desk.HealthAsync(Reader.Owner, stop)).Status != Failing;
                return Results.Json(
                    new { status = isWell ? "ok" : Failing },
                    JsonShapes.Options,
                    statusCode: isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
                );
            })
            .AllowAnonymous()
            .ExcludeFromDescription();

    private static async Task<IResult> HealthAsync(HttpContext context, StateDesk desk, CancellationToken stop)
    {
        HealthAnswer health = await desk.HealthAsync(RequestReader.ReaderOf(context), stop);
        return Results.Json(
            health,
            JsonShapes.Options,
            statusCode: health.Status == Failing ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK
        );
    }
}
