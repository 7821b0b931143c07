using System.CommandLine;
using SeizureIntel.App.Security;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Commands;

/// <summary>Runs the rules of screening of today over what is kept.</summary>
internal static class RescreenCommand
{
    public static Verb Create(VerbContext context)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Count what would be masked and change nothing" };
        var verb = new Verb("rescreen", "Screens what is kept again, after newer rules or words: store, archive, index and caches")
        {
            Examples =
            [
                ("./run rescreen --dry-run", "how many cases and archived rows newer rules would mask further"),
                ("./run rescreen", "masks them; the audit says so"),
            ],
        };
        verb.Add(dryRun);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                var owner = new Actor("", AuditTrail.Owner, Permissions.All);
                RescreenAnswer answer = await workspace.Get<RescreenDesk>().RescreenAsync(owner, parsed.GetValue(dryRun), stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(answer);
                else
                    context.Output.Line(
                        $"rules {answer.Rules}: {Output.Count(answer.Cases, "case")} and {Output.Count(answer.Rows, "archived row")} "
                            + $"of {Output.Count(answer.Submissions, "submission")} {(answer.IsTrial ? "would be masked further" : "masked further")}"
                            + (answer.IsOutOfIndex ? "" : "; the index could not be reached: ./run reindex when it can")
                    );
                return 0;
            }
        );
        return verb;
    }
}
