using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Security;
using SeizureIntel.Decisions;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Doubts;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Takes decisions on what looks wrong or told twice; what there is to decide on is asked as a question.</summary>
internal static class DecisionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder decisions = api.MapGroup("").RequireAuthorization(Permissions.Decide).WithTags("Decisions");
        decisions.MapPost("/decisions", DecideAsync).WithSummary("Decides on a value that looks wrong, or on two cases that may be one.");
        decisions.MapDelete("/decisions/outlier/{subject}", UndoOutlierAsync).WithSummary("Undoes a decision on a value.");
        decisions.MapDelete("/decisions/near_duplicate/{subject}", UndoPairAsync).WithSummary("Undoes a decision on two cases.");
    }

    private static async Task<Ok<DecisionTaken>> DecideAsync(HttpContext context, DecisionDesk desk, CancellationToken stop) =>
        TypedResults.Ok(
            await desk.DecideAsync(
                RequestReader.ReaderOf(context),
                RequestReader.ActorOf(context),
                await JsonBody.ReadAsync<DecisionToTake>(context.Request, stop),
                stop
            )
        );

    private static Task<Ok<DecisionTaken>> UndoOutlierAsync(
        string subject,
        HttpContext context,
        DecisionDesk desk,
        CancellationToken stop
    ) => UndoAsync(DoubtKind.Outlier, subject, context, desk, stop);

    private static Task<Ok<DecisionTaken>> UndoPairAsync(string subject, HttpContext context, DecisionDesk desk, CancellationToken stop) =>
        UndoAsync(DoubtKind.NearDuplicate, subject, context, desk, stop);

    private static async Task<Ok<DecisionTaken>> UndoAsync(
        DoubtKind kind,
        string subject,
        HttpContext context,
        DecisionDesk desk,
        CancellationToken stop
    ) => TypedResults.Ok(await desk.UndoAsync(RequestReader.ReaderOf(context), RequestReader.ActorOf(context), kind, subject, stop));
}
