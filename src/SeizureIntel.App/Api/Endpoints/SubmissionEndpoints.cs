using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Api.Uploads;
using SeizureIntel.App.Security;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Submissions;
using SeizureIntel.Workbench.Suggesting;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Taking files in.</summary>
internal static class SubmissionEndpoints
{
    private const int LongestKey = 200;
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/submissions", TakeAsync)
            .RequireAuthorization(Permissions.Submit)
            .WithTags("Files")
            .WithSummary("Takes a file in; its bytes are the body.");
        api.MapGet("/submissions/{id}/rejections.xlsx", WorkbookAsync)
            .WithTags("Files")
            .WithSummary("The refused rows of a submission as a workbook to mend and send again.");
        api.MapGet("/templates/{heading}", Template)
            .WithTags("Files")
            .WithSummary("The exchange template as a workbook with drop-downs: of a heading, or 'all'.");
        api.MapPost("/submissions/{id}/withdrawal", WithdrawAsync)
            .RequireAuthorization(Permissions.Submit)
            .WithTags("Files")
            .WithSummary("Withdraws a submission: its records leave every figure.");
        api.MapDelete("/submissions/{id}", EraseAsync)
            .RequireAuthorization(Permissions.Administer)
            .WithTags("Files")
            .WithSummary("Erases a submission from store, archive, index and caches.");
        api.MapPost("/submissions/{id}/questions", AskAsync)
            .RequireAuthorization(Permissions.Decide)
            .WithTags("Files")
            .WithSummary("Returns a record to its contributor with a question.");
        api.MapPost("/submissions/{id}/questions/{question}", AnswerAsync)
            .RequireAuthorization(Permissions.Submit)
            .WithTags("Files")
            .WithSummary("Answers a question on a record.");
    }

    private static IResult Template(string heading, TemplateWorkbook workbook)
    {
        var bytes = new MemoryStream();
        string? code = workbook.Write(heading == "all" ? null : heading, bytes);
        bytes.Position = 0;
        return Results.File(bytes, Workbook, $"seizures-{code?.ToLowerInvariant() ?? "all"}.xlsx");
    }

    private static async Task<Ok<WithdrawalAnswer>> WithdrawAsync(
        string id,
        HttpContext context,
        WithdrawalDesk desk,
        CancellationToken stop
    ) => TypedResults.Ok(await desk.WithdrawAsync(RequestReader.ReaderOf(context), RequestReader.ActorOf(context), id, stop));

    private static async Task<Ok<WithdrawalAnswer>> EraseAsync(
        string id,
        HttpContext context,
        WithdrawalDesk desk,
        CancellationToken stop
    ) => TypedResults.Ok(await desk.EraseAsync(RequestReader.ReaderOf(context), RequestReader.ActorOf(context), id, stop));

    private static async Task<IResult> AskAsync(string id, HttpContext context, QuestionDesk desk, CancellationToken stop)
    {
        QuestionToAsk asked = await JsonBody.ReadAsync<QuestionToAsk>(context.Request, stop);
        await desk.AskAsync(RequestReader.ReaderOf(context), RequestReader.ActorOf(context), id, asked, stop);
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    private static async Task<IResult> AnswerAsync(string question, HttpContext context, QuestionDesk desk, CancellationToken stop)
    {
        AnswerToGive given = await JsonBody.ReadAsync<AnswerToGive>(context.Request, stop);
        await desk.GiveAsync(RequestReader.ReaderOf(context), RequestReader.ActorOf(context), question, given, stop);
        return Results.NoContent();
    }

    private static async Task<IResult> WorkbookAsync(
        string id,
        HttpContext context,
        SubmissionDesk submissions,
        RejectionWorkbook workbook,
        CancellationToken stop
    )
    {
        IReadOnlyList<RejectionAnswer> rejections = await submissions.AnswerAsync(
            RequestReader.ReaderOf(context),
            new RejectionsQuery { Id = id },
            stop
        );
        // A workbook's parts are written with seeks.
        var bytes = new MemoryStream();
        await workbook.WriteAsync(id, rejections, bytes, stop);
        bytes.Position = 0;
        return Results.File(bytes, Workbook, $"rejections-{id}.xlsx");
    }

    private static async Task<Ok<SubmissionAnswer>> TakeAsync(
        HttpRequest request,
        IntakeDesk intake,
        SourceDesk sources,
        UploadGate gate,
        CancellationToken stop
    )
    {
        string name = UploadBody.NameOf(request);
        Reader reader = RequestReader.ReaderOf(request.HttpContext);
        bool isDryRun = AddressTexts.One(request.Query, "dry_run") is "true" or "1";
        string? source = AddressTexts.One(request.Query, "source");
        // What nobody has accepted judges a file and takes none in.
        SourceDescription? draft = isDryRun && source is not null ? await sources.DraftAsync(reader, source, stop) : null;
        var choice = new IntakeChoice(
            draft is null ? await intake.KnownSourceAsync(source, stop) : null,
            intake.KnownReporter(AddressTexts.One(request.Query, "reporter")),
            isDryRun,
            gate.Options.MostRows,
            reader.Countries,
            SentBy: reader.Office,
            RequestKey: KeyOf(request),
            Draft: draft
        );
        SubmissionAnswer reply = await UploadBody.UseAsync(
            request,
            gate,
            async bytes =>
                choice is { RequestKey: { } key, IsDryRun: false } && await intake.EarlierAsync(reader, key, bytes, stop) is { } earlier
                    ? earlier
                    : await intake.TakeAsync(bytes, name, choice, null, stop),
            stop
        );
        return reply.Status == SubmissionStatus.Refused ? throw new RefusedException(reply) : TypedResults.Ok(reply);
    }

    // Two senders may use the same key, so it is one with its sender; hashed, for it may say anything.
    private static string? KeyOf(HttpRequest request) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= LongestKey } key
            ? Secrets.HashOf(RequestReader.ActorOf(request.HttpContext).AccountId + "\n" + key)
            : null;
}
