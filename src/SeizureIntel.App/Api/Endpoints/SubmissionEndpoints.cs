using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using SeizureIntel.App.Answers;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Faults;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Submissions;

namespace SeizureIntel.App.Api.Endpoints;

/// <summary>What came in, and taking in.</summary>
internal static class SubmissionEndpoints
{
    private const long LargestUploadBytes = 2L << 30;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/submissions", ListAsync);
        routes.MapPost("/api/submissions", TakeAsync);
        routes.MapGet("/api/submissions/{id}/rejections", RejectionsAsync);
    }

    private static async Task<SubmissionsReply> ListAsync(Workspace workspace, CancellationToken stop)
    {
        IReadOnlyList<ReceivedSubmission> received = await workspace.Store.SubmissionsAsync(stop);
        return new SubmissionsReply([.. received.Select(r => workspace.Contracts.From<SubmissionReply>(r.Report))]);
    }

    private static async Task<IReadOnlyList<RejectionReply>> RejectionsAsync(string id, Workspace workspace, CancellationToken stop)
    {
        IReadOnlyList<Rejection> rejections = await workspace.Store.RejectionsAsync(id, stop)
            ?? throw Fault.Usage("unknown_submission", $"There is no submission '{id}'.", "All: /api/submissions");
        return [.. rejections.Select(r => workspace.Contracts.From<RejectionReply>(r))];
    }

    // The bytes are the body, so that a page of another site cannot send a file without the browser asking first.
    private static async Task<IResult> TakeAsync(HttpRequest request, Workspace workspace, CancellationToken stop)
    {
        string name = QueryFilters.One(request.Query, "file_name")
            ?? throw Fault.Usage("no_file_name", "The file has no name.", "Add ?file_name=seizures.csv and send the bytes as the body.");
        if (request.ContentType is { } type && !type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase))
            throw Fault.Usage("wrong_content_type", $"The body is '{type}'.", "Send the bytes of the file as application/octet-stream.");
        var intake = new IntakeAnswers(workspace);
        var choice = new IntakeChoice(
            intake.KnownSource(QueryFilters.One(request.Query, "source")),
            intake.KnownReporter(QueryFilters.One(request.Query, "reporter")),
            QueryFilters.One(request.Query, "dry_run") is "true" or "1"
        );
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestUploadBytes;

        // The loader reads twice; what waits for the second reading is never part of the data folder and goes with the stream.
        await using var bytes = new FileStream(
            Path.GetTempFileName(),
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        await request.Body.CopyToAsync(bytes, stop);
        SubmissionReply reply = await intake.TakeAsync(bytes, Path.GetFileName(name), choice, stop);
        return Results.Json(
            reply,
            JsonShapes.Options,
            statusCode: reply.Status == SubmissionStatus.Refused ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
    }
}
