using System.CommandLine;
using SeizureIntel.App.Security;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Commands;

/// <summary>Erases a submission.</summary>
internal static class EraseCommand
{
    public static Verb Create(VerbContext context)
    {
        var id = new Argument<string>("ID") { Description = "Id of the submission, as ./run submissions shows it" };
        var verb = new Verb("erase", "Erases a submission from store, archive, index and caches; the audit keeps a tombstone")
        {
            Examples = [("./run erase 1f0c9a4b7d2e8a35", "nothing of it is left; the same file may be sent again")],
        };
        verb.Add(id);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                var owner = new Actor("", AuditTrail.Owner, Permissions.All);
                WithdrawalAnswer answer = await workspace
                    .Get<WithdrawalDesk>()
                    .EraseAsync(Reader.Owner, owner, parsed.GetRequiredValue(id), stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(answer);
                else
                    context.Output.Line(
                        $"{Output.Count(answer.Seizures, "seizure")} in {Output.Count(answer.Cases, "case")} {answer.Done}"
                            + (answer.IsOutOfIndex ? "" : "; the index follows when it can be reached: ./run verify")
                    );
                return 0;
            }
        );
        return verb;
    }
}
