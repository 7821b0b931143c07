using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Synthetic.Running;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Steps;
using SeizureIntel.Workbench.Studies;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Commands;

/// <summary>The whole product from nothing.</summary>
internal static class DemoCommand
{
    private const string Visitor = "demo";

    public static Verb Create(VerbContext context)
    {
        Option<int> seed = SimulateCommand.SeedOption(),
            cases = SimulateCommand.CasesOption(5_000);
        var serve = new Option<bool>("--serve") { Description = "Serve the pages afterwards; on a terminal that is so anyway" };
        Option<string> urls = ServeCommand.UrlsOption();
        var verb = new Verb("demo", "Shows the whole product from nothing: simulated region, intake, studies, bulletin, pages")
        {
            Examples =
            [
                ("./run demo", "in ./data; on a terminal the pages are served afterwards"),
                ("./run demo --data /tmp/demo --cases 20000 --json", "more cases, somewhere else, for a script"),
            ],
        };
        verb.Add(seed);
        verb.Add(cases);
        verb.Add(serve);
        verb.Add(urls);
        verb.SetAction(
            async (parsed, stop) =>
            {
                SimulationOptions options = SimulationOptions.FiveYears(
                    parsed.GetValue(seed),
                    SimulateCommand.Checked(parsed.GetValue(cases))
                );
                string addresses = ServeCommand.Checked(parsed.GetValue(urls)!);
                await using Workspace workspace = await context.OpenToServeAsync(parsed, stop);
                bool asJson = VerbContext.AsJson(parsed);
                await ShowAsync(context.Output, workspace, options, asJson, stop);
                if (parsed.GetValue(serve) || (context.Output.IsTerminal && !asJson))
                    return await ServeCommand.RunAsync(
                        context.Output,
                        workspace,
                        addresses,
                        asJson: false,
                        stop,
                        (Visitor, await FirstPasswordAsync(workspace, stop))
                    );
                return 0;
            }
        );
        return verb;
    }

    // Whoever runs the demo again has forgotten what they chose the last time.
    private static async Task<string> FirstPasswordAsync(Workspace workspace, CancellationToken stop)
    {
        AccountDesk desk = workspace.Get<AccountDesk>();
        if (await workspace.Get<IAccountStore>().FindAccountByNameAsync(Visitor, stop) is not null)
            return await desk.ResetAsync(Visitor, stop);
        var office = new Office("demo", "Demonstration", null);
        return (await desk.AddAsync(Visitor, Role.Analyst, office, Marking.Red, stop)).Password;
    }

    private static async Task ShowAsync(Output output, Workspace workspace, SimulationOptions options, bool asJson, CancellationToken stop)
    {
        string folder = Path.Combine(workspace.Get<Folders>().Data, "demo");
        IReadOnlyList<(string Path, string Source)> files = await output.DuringAsync(steps =>
            Task.Run(() => SimulateCommand.Write(options, Path.Combine(folder, "raw"), steps))
        );
        var submissions = new List<SubmissionAnswer>();
        foreach ((string path, string source) in files)
        {
            await using FileStream file = File.OpenRead(path);
            string name = Path.GetFileName(path);
            SubmissionAnswer reply = await output.DuringAsync(steps =>
                workspace.Get<IntakeDesk>().TakeAsync(file, name, new IntakeChoice(source, null, false), steps, stop)
            );
            await OwnerAudit.TakenAsync(workspace, reply, stop);
            submissions.Add(reply with { File = Path.GetFullPath(path) });
        }

        var studies = new List<StudyAnswer>();
        var everything = new Filter(SeizureQuery.All, null, []);
        StudyScope scope = StudyDesk.Scope(Reader.Owner, everything, null, showAll: false);
        foreach (string name in StudyDesk.Names)
            studies.Add(
                await output.DuringAsync(async steps =>
                {
                    string title = "Study " + name;
                    steps.Report(new Step(title, 0, null, "finding"));
                    StudyAnswer reply = await workspace.Get<StudyDesk>().AnswerAsync(name, scope, stop);
                    steps.Report(new Step(title, reply.Findings.Count, reply.Findings.Count, "finding"));
                    return reply;
                })
            );

        // The last year of the data: the years before are what it is compared with.
        DateOnly last = studies[0].AsOf ?? options.FirstMonday.AddDays((7 * options.Weeks) - 1);
        Filter year = everything with { Query = SeizureQuery.All.Within(new DateOnly(last.Year, 1, 1), last) };
        BulletinAnswer bulletin = await output.DuringAsync(steps =>
            workspace.Get<BulletinDesk>().MakeAsync(Reader.Owner, year, Marking.Amber, Path.Combine(folder, "bulletin"), steps, stop)
        );
        if (bulletin.Notice is { } notice)
            output.Note(notice);
        if (asJson)
            output.Json(
                new
                {
                    submissions,
                    studies = studies.Select(s => new { s.Study, findings = s.Findings.Count }),
                    bulletin,
                }
            );
        else
            Print(output, submissions, studies, bulletin);
    }

    private static void Print(Output output, List<SubmissionAnswer> submissions, List<StudyAnswer> studies, BulletinAnswer bulletin)
    {
        SubmissionsCommand.Print(output, submissions);
        foreach (SubmissionAnswer refused in submissions.Where(s => s.Error is not null))
            output.Line($"{Path.GetFileName(refused.File)}: {refused.Error}");
        output.Line();
        var table = new TextTable("Study", ">Findings");
        foreach (StudyAnswer study in studies)
            table.Add(study.Study, Output.Number(study.Findings.Count));
        table.Write(output.Results);
        output.Line();
        BulletinCommand.Print(output, bulletin);
        output.Line();
        output.Line("Next: ./run search 'hidden' · ./run study routes · ./run serve");
    }
}
