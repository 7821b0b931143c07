using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.Workbench.Series;
using SeizureIntel.Workbench.Shapes;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Methods on a series that an analyst brings along; nothing of it is kept.</summary>
internal static class SeriesEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/trends/own", AnswerAsync)
            .WithTags("Questions")
            .WithSummary("Runs a method on a series of counts that is sent along; nothing of it is kept.");

    private static async Task<IResult> AnswerAsync(HttpContext context, CancellationToken stop) =>
        Results.Json(OwnSeriesDesk.Answer(await JsonBody.ReadAsync<OwnSeriesQuery>(context.Request, stop)), JsonShapes.Options);
}
