using SeizureIntel.App.Workspaces;

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
                int seizures = await context.Output.DuringAsync("Rebuilding the index ...", () => workspace.Feeder.ReindexAsync(stop));
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
