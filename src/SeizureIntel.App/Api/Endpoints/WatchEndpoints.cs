using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Security;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Shapes;
using SeizureIntel.Workbench.Watches;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Saves searches, sets their watches, empties the inbox; what is there is asked as a question.</summary>
internal static class WatchEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder watches = api.MapGroup("").RequireAuthorization(Permissions.Decide).WithTags("Watches");
        watches.MapPost("/watches", SaveAsync).WithSummary("Saves a search for the office; with a watch it tells of new matches.");
        watches.MapPut("/watches/{id}", ChangeAsync).WithSummary("Sets how a saved search tells.");
        watches.MapDelete("/watches/{id}", RemoveAsync).WithSummary("Removes a saved search with what it told.");
        watches.MapPost("/watches/inbox/{id}", AcknowledgeAsync).WithSummary("Acknowledges what a watch told, for the office.");
    }

    private static async Task<IResult> SaveAsync(HttpContext context, WatchDesk desk, CancellationToken stop)
    {
        SavedSearchAnswer saved = await desk.SaveAsync(
            RequestReader.ReaderOf(context),
            RequestReader.ActorOf(context),
            await JsonBody.ReadAsync<SearchToSave>(context.Request, stop),
            stop
        );
        context.Response.Headers.Location = $"{ApiAddresses.Root}/watches";
        return Results.Json(saved, JsonShapes.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> ChangeAsync(string id, HttpContext context, WatchDesk desk, CancellationToken stop) =>
        Results.Json(
            await desk.ChangeAsync(
                RequestReader.ReaderOf(context),
                RequestReader.ActorOf(context),
                id,
                await JsonBody.ReadAsync<WatchChange>(context.Request, stop),
                stop
            ),
            JsonShapes.Options
        );

    private static async Task<IResult> RemoveAsync(string id, HttpContext context, WatchDesk desk, CancellationToken stop)
    {
        await desk.RemoveAsync(RequestReader.ReaderOf(context), id, stop);
        return Results.NoContent();
    }

    private static async Task<IResult> AcknowledgeAsync(string id, HttpContext context, WatchDesk desk, CancellationToken stop)
    {
        await desk.AcknowledgeAsync(RequestReader.ReaderOf(context), RequestReader.ActorOf(context), id, stop);
        return Results.NoContent();
    }
}
