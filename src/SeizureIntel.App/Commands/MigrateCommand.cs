using System.Collections.Generic;
using SeizureIntel.App.Workspaces;

namespace SeizureIntel.App.Commands;

/// <summary>Brings the schema to this version.</summary>
internal static class MigrateCommand
{
    public static Verb Create(VerbContext context)
    {
        var verb = new Verb("migrate", "Brings the store's schema to this version; every other verb does so too when it opens the folder")
        {
            Examples = [("./run migrate", "the migrations applied, oldest first")],
        };
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                IReadOnlyList<string> applied = workspace.Migrations;
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(new { applied });
                else
                    context.Output.Line(applied.Count == 0 ? "The schema is up to date." : string.Join('\n', applied));
                return 0;
            }
        );
        return verb;
    }
}
