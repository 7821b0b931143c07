using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Security;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Submissions;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Commands;

/// <summary>Takes files in.</summary>
internal static class IngestCommand
{
    private const int DoneWithRejections = 3;

    public static Verb Create(VerbContext context)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "CSV, TSV, XLSX, XLS, ODS, HTML, JSON, NDJSON or XML files",
            Arity = ArgumentArity.OneOrMore,
        };
        var source = new Option<string?>("--source")
        {
            Description = "Read as this source; recognised by the columns without it (./run sources list)",
            HelpName = "name",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and judge every row, keep nothing" };
        var reporter = new Option<string?>("--reporter")
        {
            Description = "Reporting country where neither row nor source states one",
            HelpName = "CC",
        };
        var accept = new Option<bool>("--accept-suggestion")
        {
            Description = "Take a file of unknown shape in as ./run sources suggest understands it, and keep that for the next one",
        };
        var verb = new Verb("ingest", "Takes files in: reads, screens, normalises, keeps and indexes them")
        {
            Examples =
            [
                ("./run ingest seizures.csv", "the source is recognised by its columns"),
                ("./run ingest march.xlsx april.xlsx --source template", "several files as one format"),
                ("./run ingest new.csv --dry-run", "the load report without loading"),
                ("./run ingest new.csv --reporter PT --accept-suggestion", "a file of unknown shape, as it is understood"),
            ],
        };
        verb.Add(files);
        verb.Add(source);
        verb.Add(dryRun);
        verb.Add(reporter);
        verb.Add(accept);
        verb.SetAction(
            async (parsed, stop) =>
            {
                string[] paths = [.. parsed.GetRequiredValue(files).Select(Path.GetFullPath)];
                foreach (string path in paths)
                    Readable(path);
                bool isDryRun = parsed.GetValue(dryRun);
                await using Workspace workspace = isDryRun
                    ? await context.OpenAsync(parsed, stop)
                    : await context.OpenToWriteAsync(parsed, stop);
                var intake = workspace.Get<IntakeDesk>();
                string? name = await intake.KnownSourceAsync(parsed.GetValue(source), stop);
                string? country = intake.KnownReporter(parsed.GetValue(reporter));
                var choice = new IntakeChoice(name, country, isDryRun, AcceptedBy: parsed.GetValue(accept) ? AuditTrail.Owner : null);
                var replies = new List<SubmissionAnswer>();
                foreach (string path in paths)
                    replies.Add(await TakeAsync(context.Output, workspace, path, choice, stop));
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(new SubmissionsAnswer(replies));
                else
                    Print(context.Output, replies);
                if (replies.FindLast(r => r.NotSearchable is not null)?.NotSearchable is > 0 and int missing)
                    context.Output.Note(
                        $"{Output.Count(missing, "committed seizure")} cannot be searched yet: ./run verify says why, ./run reindex mends it."
                    );
                return ExitCode(replies);
            }
        );
        return verb;
    }

    private static async Task<SubmissionAnswer> TakeAsync(
        Output output,
        Workspace workspace,
        string path,
        IntakeChoice choice,
        CancellationToken stop
    )
    {
        await using FileStream file = File.OpenRead(path);
        SubmissionAnswer reply = await output.DuringAsync(steps =>
            workspace.Get<IntakeDesk>().TakeAsync(file, Path.GetFileName(path), choice, steps, stop)
        );
        if (!choice.IsDryRun)
            await OwnerAudit.TakenAsync(workspace, reply, stop);
        return reply with { File = path };
    }

    /// <summary>Every file is tried before the first is taken, so that nothing is half done.</summary>
    public static void Readable(string path)
    {
        if (Directory.Exists(path))
            throw Fault.Usage(
                "not_a_file",
                $"{path} is a folder; files were expected.",
                $"Give the files in it: {Path.Combine(path, "*.csv")}"
            );
        if (!File.Exists(path))
            throw Fault.Usage("no_such_file", $"There is no file {path}.", "Give the path of a file to take in.");
        try
        {
            File.OpenRead(path).Dispose();
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw Fault.Usage("no_such_file", $"{path} may not be read.", "Give a file that this user may read.");
        }
    }

    // Nothing loaded is a failure, something refused is worth a look; what was there before, or is searchable later, is no fault.
    private static int ExitCode(List<SubmissionAnswer> replies)
    {
        bool anyRefused = replies.Any(r => r.Status == SubmissionStatus.Refused);
        if (anyRefused && replies.All(r => r.Status == SubmissionStatus.Refused))
            return 1;
        return anyRefused || replies.Any(r => r.Status == SubmissionStatus.Loaded && r.RowsRejected > 0) ? DoneWithRejections : 0;
    }

    private static void Print(Output output, List<SubmissionAnswer> replies)
    {
        SubmissionsCommand.Print(output, replies);
        foreach (SubmissionAnswer reply in replies)
        {
            if (reply.Error is { } error)
                output.Line($"{Path.GetFileName(reply.File)}: {error}");
            if (reply.Issues.Count == 0)
                continue;
            output.Line();
            output.Line($"Issues of {Path.GetFileName(reply.File)}; the rows were kept:");
            var table = new TextTable("Issue", "Field", ">Rows", ">Example row");
            foreach (IssueAnswer issue in reply.Issues)
                table.Add(
                    Output.Word(issue.Code),
                    issue.Field,
                    Output.Number(issue.Count),
                    issue.ExampleRow.ToString(CultureInfo.InvariantCulture)
                );
            table.Write(output.Results);
        }

        foreach (SubmissionAnswer reply in replies.Where(r => r.RowsRejected > 0))
            output.Note($"{Output.Count(reply.RowsRejected, "row")} refused: ./run rejections {reply.Id}");
    }
}
