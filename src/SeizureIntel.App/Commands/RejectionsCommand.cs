using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Commands;

/// <summary>What was refused, and why.</summary>
internal static class RejectionsCommand
{
    public static Verb Create(VerbContext context)
    {
        var question = new QuestionOptions<RejectionsQuery>();
        var workbook = new Option<string?>("--xlsx")
        {
            Description = "Workbook to write: the reasons and the rows, to mend and take in again",
            HelpName = "file",
        };
        var verb = new Verb("rejections", "Lists the rows of a submission that were refused, and why")
        {
            Examples =
            [
                ("./run rejections 1f0c9a4b7d2e8a35", "one line a row"),
                ("./run rejections 1f0c9a4b7d2e8a35 --xlsx refused.xlsx", "as a workbook for the contributor"),
            ],
        };
        question.AddTo(verb);
        verb.Add(workbook);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                RejectionsQuery asked = question.Read(parsed);
                IReadOnlyList<RejectionAnswer> reply = await workspace.Get<SubmissionDesk>().AnswerAsync(Reader.Owner, asked, stop);
                if (parsed.GetValue(workbook) is { } target)
                    await WriteWorkbookAsync(
                        context.Output,
                        workspace.Get<RejectionWorkbook>(),
                        asked.Id,
                        reply,
                        Path.GetFullPath(target),
                        stop
                    );
                if (parsed.GetValue(workbook) is not null)
                    await OwnerAudit.ExportedAsync(workspace, asked.Id, "xlsx", reply.Count, stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(reply);
                else if (parsed.GetValue(workbook) is null)
                    Print(context.Output, reply);
                return 0;
            }
        );
        return verb;
    }

    private static async Task WriteWorkbookAsync(
        Output output,
        RejectionWorkbook workbook,
        string submission,
        IReadOnlyList<RejectionAnswer> rejections,
        string path,
        CancellationToken stop
    )
    {
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw Fault.Usage("cannot_write", $"The folder of {path} does not exist.", "Give a file in a folder that exists.");
        try
        {
            await using FileStream file = File.Create(path);
            await workbook.WriteAsync(submission, rejections, file, stop);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw Fault.Usage("cannot_write", $"{path} cannot be written.", "Give a file in a folder that may be written.");
        }

        output.Note($"{Output.Count(rejections.Count, "rejection")} written to {path}");
    }

    private static void Print(Output output, IReadOnlyList<RejectionAnswer> rejections)
    {
        if (rejections.Count == 0)
        {
            output.Line("No row was refused.");
            return;
        }

        var table = new TextTable(">Row", "Field", "Code", "Reason");
        foreach (RejectionAnswer r in rejections)
            table.Add(r.Row.ToString(CultureInfo.InvariantCulture), r.Field, Output.Word(r.Code), r.Reason);
        table.Write(output.Results);
    }
}
