using System.CommandLine;
using SeizureIntel.App.Security;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Commands;

/// <summary>Takes a submission out of every figure.</summary>
internal static class WithdrawCommand
{
    public static Verb Create(VerbContext context)
    {
        var id = new Argument<string>("ID") { Description = "Id of the submission, as ./run submissions shows it" };
        var verb = new Verb("withdraw", "Withdraws a submission: its records leave every figure, its report stays")
        {
            Examples = [("./run withdraw 1f0c9a4b7d2e8a35", "what it brought is in no figure any more")],
        };
        verb.Add(id);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                var owner = new Actor("", AuditTrail.Owner, Permissions.All);
                WithdrawalAnswer answer = await workspace
                    .Get<WithdrawalDesk>()
                    .WithdrawAsync(Reader.Owner, owner, parsed.GetRequiredValue(id), stop);
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
