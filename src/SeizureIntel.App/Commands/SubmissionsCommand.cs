using System.Collections.Generic;
using System.Globalization;
using System.IO;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Commands;

/// <summary>What came in.</summary>
internal static class SubmissionsCommand
{
    public static Verb Create(VerbContext context)
    {
        var verb = new Verb("submissions", "Lists what came in, with what became of every row")
        {
            Examples = [("./run submissions", "one line a file"), ("./run submissions --json", "the load reports")],
        };
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                SubmissionsAnswer reply = await workspace.Get<SubmissionDesk>().AnswerAsync(Reader.Owner, new SubmissionsQuery(), stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(reply);
                else
                    Print(context.Output, reply.Submissions);
                return 0;
            }
        );
        return verb;
    }

    /// <summary>One line a file.</summary>
    public static void Print(Output output, IReadOnlyList<SubmissionAnswer> submissions)
    {
        if (submissions.Count == 0)
        {
            output.Line("No submissions yet: ./run ingest FILE, or ./run demo for a simulated region.");
            return;
        }

        var table = new TextTable("Id", "File", "Source", "Status", ">Read", ">Accepted", ">Rejected", ">Seizures", ">Cases", ">Seconds");
        foreach (SubmissionAnswer s in submissions)
        {
            table.Add(
                s.Id,
                Path.GetFileName(s.File),
                s.Source,
                Output.Word(s.Status),
                Output.Number(s.RowsRead),
                Output.Number(s.RowsAccepted),
                Output.Number(s.RowsRejected),
                Output.Number(s.Seizures),
                Output.Number(s.Cases),
                s.Seconds.ToString("0.0", CultureInfo.InvariantCulture)
            );
        }

        table.Write(output.Results);
    }
}
