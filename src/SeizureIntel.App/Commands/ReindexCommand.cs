using SeizureIntel.App.Workspaces;
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
                int seizures = await context.Output.DuringAsync(async steps =>
                {
                    const string title = "Rebuilding the index";
                    steps.Report(new Step(title, 0, null, "seizure"));
                    int indexed = await workspace.Get<IndexFeeder>().ReindexAsync(stop);
                    steps.Report(new Step(title, indexed, indexed, "seizure"));
                    return indexed;
                });
                await OwnerAudit.AddAsync(workspace, "reindex", "", "done", $"seizures={seizures}", stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(new { seizures });
                else
                    context.Output.Line($"{Output.Count(seizures, "seizure")} indexed");
                return 0;
            }
        );
        return verb;
    }
}
