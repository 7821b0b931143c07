using SeizureIntel.App.Workspaces;
using SeizureIntel.Submissions;
using SeizureIntel.Workbench.Steps;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Commands;

/// <summary>Rebuilds the index from the store.</summary>
internal static class ReindexCommand
{
    public static Verb Create(VerbContext context)
    {
        var verb = new Verb("reindex", "Rebuilds the index from the store; readers see the old one until the new one is whole")
        {
            Examples = [("./run reindex", "after a lost or doubtful index")],
        };
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                RebuiltIndex built = await context.Output.DuringAsync(async steps =>
                {
                    const string title = "Rebuilding the index";
                    steps.Report(new Step(title, 0, null, "seizure"));
                    RebuiltIndex done = await workspace.Get<IndexFeeder>().ReindexAsync(stop);
                    steps.Report(new Step(title, done.Seizures, done.Seizures, "seizure"));
                    return done;
                });
                await OwnerAudit.AddAsync(workspace, "reindex", "", "done", $"seizures={built.Seizures}", stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(new { seizures = built.Seizures, refused = built.Refused.Count });
                else
                    context.Output.Line($"{Output.Count(built.Seizures, "seizure")} indexed");
                if (built.Refused.Count > 0)
                    context.Output.Note($"{Output.Count(built.Refused.Count, "seizure")} refused by the index: ./run verify lists them.");
                return 0;
            }
        );
        return verb;
    }
}
