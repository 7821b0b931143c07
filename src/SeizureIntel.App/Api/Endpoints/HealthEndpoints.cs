using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Security;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Workbench.Shapes;
using SeizureIntel.Workbench.State;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Whether the service can answer, for people and for probes.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", HealthAsync).WithTags("State").WithSummary("Whether the service can answer.");

    private static async Task<IResult> HealthAsync(HttpContext context, StateDesk desk, CancellationToken stop)
    {
        HealthAnswer health = await desk.HealthAsync(RequestReader.ReaderOf(context), stop);
        return Results.Json(
            health,
            JsonShapes.Options,
            statusCode: health.Status == "failing" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK
        );
    }
}
