using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Security;
using SeizureIntel.Ports;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Jobs;
using SeizureIntel.Workbench.Running;
using SeizureIntel.Workbench.Shapes;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>A bulletin kept, as page, document and print; and the making of one.</summary>
internal static class BulletinEndpoints
{
    // A bulletin is one file with its style and drawings in it: it asks nobody for anything, and runs nothing.
    private const string DocumentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/bulletins/{id}", async (string id, HttpContext context, IProductStore products, CancellationToken stop) =>
                await products.FindBulletinAsync(RequestReader.ReaderOf(context), id, stop) is { } found
                    ? Results.Content(found.DocumentJson, "application/json; charset=utf-8")
                    : throw Fault.Usage("unknown_bulletin", $"There is no bulletin '{id}'.", $"All: {ApiAddresses.Root}/bulletins")
            )
            .WithTags("Files")
            .WithSummary("A bulletin as its document.");
        api.MapGet("/bulletins/{id}/bulletin.pdf", PrintAsync).WithTags("Files").WithSummary("A bulletin as its print.");
        api.MapPost("/bulletins", MakeAsync)
            .RequireAuthorization(Permissions.Publish)
            .WithTags("Files")
            .WithSummary("Makes a bulletin; it is a job, which names it when it is made.");
    }

    /// <summary>The bulletin as people read it; a page among the pages.</summary>
    public static void MapPage(IEndpointRouteBuilder pages) => pages.MapGet("/bulletins/{id}", PageAsync);

    private static async Task<IResult> MakeAsync(HttpContext context, BulletinMaker maker, JobDesk jobs, CancellationToken stop)
    {
        var asked = await JsonBody.ReadAsync<BulletinToMake>(context.Request, stop);
        StudyRun run = await maker.BeginAsync(RequestReader.ReaderOf(context), asked, stop);
        context.Response.Headers.Location = $"{ApiAddresses.Root}/jobs/{run.Id}";
        context.Response.Headers.RetryAfter = "1";
        return Results.Json(jobs.Of(run), JsonShapes.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> PrintAsync(string id, HttpContext context, BulletinPrinting printing, CancellationToken stop) =>
        Results.File(await printing.PrintAsync(RequestReader.ReaderOf(context), id, stop), "application/pdf", $"bulletin-{id}.pdf");

    private static async Task<IResult> PageAsync(string id, HttpContext context, IProductStore products, CancellationToken stop)
    {
        if (await products.FindBulletinAsync(RequestReader.ReaderOf(context), id, stop) is not { } found)
            return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = DocumentPolicy;
        return Results.Content(found.Html, "text/html; charset=utf-8");
    }
}
