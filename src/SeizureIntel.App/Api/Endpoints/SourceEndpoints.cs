using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Api.Uploads;
using SeizureIntel.App.Security;
using SeizureIntel.Etl.Suggesting;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Suggesting;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Files of unknown shape: what is understood of one, proposed, edited, accepted.</summary>
internal static class SourceEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder sources = api.MapGroup("").WithTags("Files");
        sources
            .MapPost("/submissions/suggestion", SuggestAsync)
            .RequireAuthorization(Permissions.Submit)
            .WithSummary(
                "Says what is understood of a file of unknown shape; its bytes are the body, and nothing of it is kept but what is proposed."
            );
        sources
            .MapPut("/sources/{name}", EditAsync)
            .RequireAuthorization(Permissions.Submit)
            .Accepts<MappingEdit>("application/json")
            .WithSummary("Changes a proposed format: fields of columns, codes of values, what holds for every row.");
        sources
            .MapPost("/sources/{name}/acceptance", AcceptAsync)
            .RequireAuthorization(Permissions.Decide)
            .WithSummary("Accepts a proposed format: files of its shape are taken in by it.");
        sources
            .MapDelete("/sources/{name}", ForgetAsync)
            .RequireAuthorization(Permissions.Submit)
            .WithSummary("Forgets a proposed format; what was taken in by it stays.");
    }

    private static async Task<Ok<SuggestionAnswer>> SuggestAsync(
        HttpRequest request,
        SuggestionDesk suggestions,
        SourceDesk sources,
        UploadGate gate,
        CancellationToken stop
    )
    {
        string name = UploadBody.NameOf(request);
        Reader reader = RequestReader.ReaderOf(request.HttpContext);
        string? source = AddressTexts.One(request.Query, "source");
        bool isProposed = AddressTexts.One(request.Query, "propose") is "true" or "1";
        return TypedResults.Ok(
            await UploadBody.UseAsync(
                request,
                gate,
                async bytes =>
                    source is not null ? await sources.SuggestAsync(reader, source, bytes, name, stop)
                    : isProposed ? await sources.ProposeAsync(reader, RequestReader.ActorOf(request.HttpContext), bytes, name, stop)
                    : suggestions.Suggest(bytes, name, stop),
                stop
            )
        );
    }

    private static async Task<Ok<SourceAnswer>> EditAsync(string name, HttpContext context, SourceDesk desk, CancellationToken stop) =>
        TypedResults.Ok(
            await desk.EditAsync(
                RequestReader.ReaderOf(context),
                RequestReader.ActorOf(context),
                name,
                await JsonBody.ReadShapeAsync<MappingEdit>(context.Request, stop),
                stop
            )
        );

    private static async Task<Ok<SourceAnswer>> AcceptAsync(string name, HttpContext context, SourceDesk desk, CancellationToken stop) =>
        TypedResults.Ok(await desk.AcceptAsync(RequestReader.ReaderOf(context), RequestReader.ActorOf(context), name, stop));

    private static async Task<IResult> ForgetAsync(string name, HttpContext context, SourceDesk desk, CancellationToken stop)
    {
        await desk.ForgetAsync(RequestReader.ReaderOf(context), RequestReader.ActorOf(context), name, stop);
        return Results.NoContent();
    }
}
