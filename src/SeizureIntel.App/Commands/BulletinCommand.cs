using System.CommandLine;
using System.IO;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.App.Commands;

/// <summary>A bulletin as page, print and document.</summary>
internal static class BulletinCommand
{
    public static Verb Create(VerbContext context)
    {
        var filters = new QuestionOptions<FilterText>();
        var folder = new Option<string>("--out")
        {
            Description = "Folder that receives bulletin.html, bulletin.pdf and bulletin.json",
            HelpName = "folder",
            Required = true,
        };
        Option<string?> marking = StudyCommand.MarkingOption();
        var verb = new Verb("bulletin", "Makes a bulletin of a region and period: HTML, PDF and JSON from one document")
        {
            Examples =
            [
                (
                    "./run bulletin --region 'Western Europe' --from 2024-01 --to 2024-12 --out bulletins/we-2024",
                    "a year of a region, TLP:AMBER"
                ),
                ("./run bulletin --region NL,BE,LU --from 2024-07 --to 2024-09 --marking GREEN --out q3", "no counts below five"),
            ],
        };
        filters.AddTo(verb);
        verb.Add(folder);
        verb.Add(marking);
        verb.SetAction(
            async (parsed, stop) =>
            {
                Marking ceiling = StudyCommand.Ceiling(parsed.GetValue(marking)) ?? Marking.Amber;
                string into = Path.GetFullPath(parsed.GetRequiredValue(folder));
                if (File.Exists(into))
                    throw Fault.Usage("cannot_write", $"{into} is a file.", "Give a folder: --out FOLDER.");
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                Filter filter = context.Read(filters.Read(parsed), workspace);
                BulletinAnswer reply = await context.Output.DuringAsync(steps =>
                    workspace.Get<BulletinDesk>().MakeAsync(Reader.Owner, filter, ceiling, into, steps, stop)
                );
                await OwnerAudit.AddAsync(workspace, "bulletin", reply.Id, "done", "marking=" + ceiling.Label(), stop);
                if (reply.Notice is { } notice)
                    context.Output.Note(notice);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(reply);
                else
                    Print(context.Output, reply);
                return 0;
            }
        );
        return verb;
    }

    public static void Print(Output output, BulletinAnswer reply)
    {
        output.Line($"Bulletin {reply.Id}");
        output.Line(reply.Files.Html);
        if (reply.Files.Pdf is { } pdf)
            output.Line(pdf);
        output.Line(reply.Files.Json);
    }
}
