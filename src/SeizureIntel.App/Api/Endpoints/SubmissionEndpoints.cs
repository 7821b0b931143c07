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
using SeizureIntel.Submissions;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>Taking files in.</summary>
internal static class SubmissionEndpoints
{
    private const long Mebibyte = 1 << 20;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/submissions", TakeAsync)
            .RequireAuthorization(Permissions.Submit)
            .WithTags("Files")
            .WithSummary("Takes a file in; its bytes are the body.");
        api.MapGet("/submissions/{id}/rejections.xlsx", WorkbookAsync)
            .WithTags("Files")
            .WithSummary("The refused rows of a submission as a workbook to mend and send again.");
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
        return Results.File(bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"rejections-{id}.xlsx");
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
        var choice = new IntakeChoice(
            await intake.KnownSourceAsync(AddressTexts.One(request.Query, "source"), stop),
            intake.KnownReporter(AddressTexts.One(request.Query, "reporter")),
            AddressTexts.One(request.Query, "dry_run") is "true" or "1",
            gate.Options.MostRows,
            RequestReader.ReaderOf(request.HttpContext).Countries
        );
        long largest = gate.Options.LargestMebibytes * Mebibyte;
        if (request.ContentLength > largest)
            throw Problems.TooLarge(gate.Options.LargestMebibytes);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = largest;

        using IDisposable place = await gate.EnterAsync(stop);
        await using UploadedBytes bytes = await ReceivedAsync(request, gate.Options, stop);
        SubmissionAnswer reply = await intake.TakeAsync(bytes, Path.GetFileName(name), choice, null, stop);
        return reply.Status == SubmissionStatus.Refused ? throw new RefusedException(reply) : reply;
    }

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
