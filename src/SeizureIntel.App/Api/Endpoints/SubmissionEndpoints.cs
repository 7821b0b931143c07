using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Api.Uploads;
using SeizureIntel.App.Security;
using SeizureIntel.App.Settings;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Taking files in.</summary>
internal static class SubmissionEndpoints
{
    private const long Mebibyte = 1 << 20;
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

    private static Task<WithdrawalAnswer> WithdrawAsync(string id, HttpContext context, WithdrawalDesk desk, CancellationToken stop) =>
        desk.WithdrawAsync(RequestReader.ReaderOf(context), RequestReader.ActorOf(context), id, stop);

    private static Task<WithdrawalAnswer> EraseAsync(string id, HttpContext context, WithdrawalDesk desk, CancellationToken stop) =>
        desk.EraseAsync(RequestReader.ReaderOf(context), RequestReader.ActorOf(context), id, stop);

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

    // The bytes are the body, so that a page of another site cannot send a file without the browser asking first.
    private static async Task<SubmissionAnswer> TakeAsync(HttpRequest request, IntakeDesk intake, UploadGate gate, CancellationToken stop)
    {
        string name = AddressTexts.One(request.Query, "file_name")
            ?? throw Fault.Usage("no_file_name", "The file has no name.", "Add ?file_name=seizures.csv and send the bytes as the body.");
        if (request.ContentType is { } type && !type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase))
            throw Fault.Usage(
                Problems.WrongContentType,
                $"The body is '{type}'.",
                "Send the bytes of the file as application/octet-stream."
            );
        Reader reader = RequestReader.ReaderOf(request.HttpContext);
        var choice = new IntakeChoice(
            await intake.KnownSourceAsync(AddressTexts.One(request.Query, "source"), stop),
            intake.KnownReporter(AddressTexts.One(request.Query, "reporter")),
            AddressTexts.One(request.Query, "dry_run") is "true" or "1",
            gate.Options.MostRows,
            reader.Countries,
            SentBy: reader.Office,
            RequestKey: KeyOf(request)
        );
        long largest = gate.Options.LargestMebibytes * Mebibyte;
        if (request.ContentLength > largest)
            throw Problems.TooLarge(gate.Options.LargestMebibytes);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = largest;

        using IDisposable place = await gate.EnterAsync(stop);
        await using UploadedBytes bytes = await ReceivedAsync(request, gate.Options, stop);
        if (choice is { RequestKey: { } key, IsDryRun: false } && await intake.EarlierAsync(reader, key, bytes, stop) is { } earlier)
            return earlier;
        SubmissionAnswer reply = await intake.TakeAsync(bytes, Path.GetFileName(name), choice, null, stop);
        return reply.Status == SubmissionStatus.Refused ? throw new RefusedException(reply) : reply;
    }

    // Two senders may use the same key, so it is one with its sender; hashed, for it may say anything.
    private static string? KeyOf(HttpRequest request) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= LongestKey } key
            ? Secrets.HashOf(RequestReader.ActorOf(request.HttpContext).AccountId + "\n" + key)
            : null;

    private static async Task<UploadedBytes> ReceivedAsync(HttpRequest request, UploadOptions options, CancellationToken stop)
    {
        try
        {
            return await UploadedBytes.ReceiveAsync(request.Body, options.MemoryMebibytes * Mebibyte, Path.GetTempPath(), stop);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Problems.TooLarge(options.LargestMebibytes);
        }
    }
}
