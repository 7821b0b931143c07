using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Security;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Administration;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Shapes;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>What administrators do; what is there is asked as a question. A secret is in the answer that makes it, and nowhere else.</summary>
internal static class AdministrationEndpoints
{
    private const string Folder = "/administration";

    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder office = api.MapGroup("").RequireAuthorization(Permissions.Administer).WithTags("Administration");
        office.MapPost(Folder + "/accounts", AddAsync).WithSummary("Makes an account; the answer holds its first password, once.");
        office.MapPut(Folder + "/accounts/{name}", ChangeAsync).WithSummary("Changes role, office or marking, or closes an account.");
        office.MapPost(Folder + "/accounts/{name}/reset", ResetAsync).WithSummary("Gives an account a new first password, once.");
        office.MapPut(Folder + "/offices/{id}", SaveOfficeAsync).WithSummary("Keeps an office and the countries that its people see.");
        office.MapPost(Folder + "/keys", AddKeyAsync).WithSummary("Makes a key for a program; the answer holds it, once.");
        office.MapDelete(Folder + "/keys/{id}", RevokeAsync).WithSummary("Ends a key at once.");
        office.MapGet(Folder + "/audit.csv", ExportAsync).WithSummary("The audit log that a query asks for, streamed.");
    }

    private static async Task<IResult> AddAsync(HttpContext context, PeopleDesk desk, CancellationToken stop) =>
        Created(await desk.AddAsync(RequestReader.ActorOf(context), await JsonBody.ReadAsync<PersonToAdd>(context.Request, stop), stop));

    private static async Task<IResult> ChangeAsync(string name, HttpContext context, PeopleDesk desk, CancellationToken stop)
    {
        PersonChange change = await JsonBody.ReadAsync<PersonChange>(context.Request, stop);
        await desk.ChangeAsync(RequestReader.ActorOf(context), name, change, stop);
        return Results.NoContent();
    }

    private static async Task<IResult> ResetAsync(string name, HttpContext context, PeopleDesk desk, CancellationToken stop) =>
        Created(await desk.ResetAsync(RequestReader.ActorOf(context), name, stop));

    private static async Task<IResult> SaveOfficeAsync(string id, HttpContext context, PeopleDesk desk, CancellationToken stop)
    {
        OfficeChange change = await JsonBody.ReadAsync<OfficeChange>(context.Request, stop);
        await desk.SaveOfficeAsync(RequestReader.ActorOf(context), id, change, stop);
        return Results.NoContent();
    }

    private static async Task<IResult> AddKeyAsync(HttpContext context, PeopleDesk desk, CancellationToken stop) =>
        Created(await desk.AddKeyAsync(RequestReader.ActorOf(context), await JsonBody.ReadAsync<KeyToAdd>(context.Request, stop), stop));

    private static async Task<IResult> RevokeAsync(string id, HttpContext context, PeopleDesk desk, CancellationToken stop)
    {
        await desk.RevokeKeyAsync(RequestReader.ActorOf(context), id, stop);
        return Results.NoContent();
    }

    private static IResult ExportAsync(HttpContext context, AdministrationDesk desk, CancellationToken stop)
    {
        QuestionReader.Known(typeof(AuditLogQuery), context.Request.Query.Keys);
        var asked = (AuditLogQuery)QuestionReader.Read(typeof(AuditLogQuery), m => context.Request.Query[m.Name], m => $"'{m.Name}'");
        return Results.Stream(target => WriteAsync(desk, asked, target, stop), "text/csv; charset=utf-8", "audit.csv");
    }

    private static async Task WriteAsync(AdministrationDesk desk, AuditLogQuery asked, Stream target, CancellationToken stop)
    {
        await using var csv = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await csv.WriteLineAsync("number,at,actor,action,subject,outcome,detail,hash");
        await foreach (AuditRecordAnswer r in desk.ExportAsync(asked, stop))
        {
            string at = r.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
            string line = string.Create(
                CultureInfo.InvariantCulture,
                $"{r.Number},{at},{Cell(r.Actor)},{Cell(r.Action)},{Cell(r.Subject)},{Cell(r.Outcome)},{Cell(r.Detail)},{r.Hash}"
            );
            await csv.WriteLineAsync(line.AsMemory(), stop);
        }
    }

    // A spreadsheet takes what begins so for a formula.
    private static string Cell(string text)
    {
        string guarded = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return '"' + guarded.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }

    private static IResult Created(SecretAnswer secret) =>
        Results.Json(secret, JsonShapes.Options, statusCode: StatusCodes.Status201Created);
}
