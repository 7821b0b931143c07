using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Security;
using SeizureIntel.Ports;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Bulletins;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>A bulletin kept, as page, document and print; and the making of one.</summary>
internal static class BulletinEndpoints
{
    // A bulletin is one file with its style and drawings in it: it asks nobody for anything, and runs nothing.
    private const string DocumentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/bulletins/{id}", DocumentAsync).WithTags("Files").WithSummary("A bulletin as its document.");
        api.MapGet("/bulletins/{id}/bulletin.pdf", PrintAsync).WithTags("Files").WithSummary("A bulletin as its print.");
        api.MapPost("/bulletins", MakeAsync)
            .RequireAuthorization(Permissions.Publish)
            .WithTags("Files")
            .WithSummary("Makes a bulletin; it is a job, which names it when it is made.");
    }

    /// <summary>The bulletin as people read it; a page among the pages.</summary>
    public static void MapPage(IEndpointRouteBuilder pages) => pages.MapGet("/bulletins/{id}", PageAsync);

    private static async Task<IResult> DocumentAsync(string id, HttpContext context, BulletinDesk bulletins, CancellationToken stop) =>
        Results.Content(
            (await bulletins.FindAsync(RequestReader.ReaderOf(context), id, stop)).DocumentJson,
            "application/json; charset=utf-8"
        );

    private static async Task<IResult> MakeAsync(HttpContext context, BulletinMaker maker, CancellationToken stop)
    {
        var asked = await JsonBody.ReadAsync<BulletinToMake>(context.Request, stop);
        return JobReply.Accepted(context, await maker.BeginAsync(RequestReader.ReaderOf(context), asked, stop));
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
