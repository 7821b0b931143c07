using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Security;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Seizures;
using SeizureIntel.Workbench.Serials;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Deciding on single seizures.</summary>
internal static class SeizureEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/serial-numbers", FindSerialAsync)
            .RequireAuthorization(Permissions.Decide)
            .WithTags("Seizures")
            .WithSummary("The seizures of a weapon with a serial number, asked by its exact value; the number is kept nowhere.");
        api.MapPost("/seizures/{id}/decision", DecideAsync)
            .RequireAuthorization(Permissions.Decide)
            .WithTags("Seizures")
            .WithSummary("Accepts or refuses a heading or product that is proposed for a seizure, or takes that back.");
    }

    private static async Task<Ok<SerialAnswer>> FindSerialAsync(HttpContext context, [FromServices] SerialDesk desk, CancellationToken stop)
    {
        SerialToFind asked = await JsonBody.ReadAsync<SerialToFind>(context.Request, stop);
        return TypedResults.Ok(await desk.FindAsync(RequestReader.ReaderOf(context), asked, stop));
    }

    private static async Task<Ok<SeizureAnswer>> DecideAsync(
        string id,
        HttpContext context,
        [FromServices] ProposalDesk proposals,
        [FromServices] SeizureDesk seizures,
        CancellationToken stop
    )
    {
        ProposalToDecide asked = await JsonBody.ReadAsync<ProposalToDecide>(context.Request, stop);
        await proposals.DecideAsync(RequestReader.ReaderOf(context), RequestReader.ActorOf(context), id, asked, stop);
        return TypedResults.Ok(await seizures.AnswerAsync(RequestReader.ReaderOf(context), new SingleSeizureQuery { Id = id }, stop));
    }
}
