using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.State;

namespace SeizureIntel.App.Commands;

/// <summary>Whether store and index agree.</summary>
internal static class VerifyCommand
{
    private const int MostListed = 20;

    public static Verb Create(VerbContext context)
    {
        var verb = new Verb("verify", "Checks that store and index hold the same seizures, and that the audit is whole")
        {
            Examples = [("./run verify", "counts and checksums of both; exit code 1 where they differ")],
        };
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                VerifyAnswer reply = await workspace.Get<StateDesk>().VerifyAsync(Reader.Owner, stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(reply);
                else
                    Print(context.Output, reply);
                return reply.Ok ? 0 : 1;
            }
        );
        return verb;
    }

    private static void Print(Output output, VerifyAnswer reply)
    {
        var table = new TextTable("", ">Seizures", ">Cases", "Checksum");
        table.Add("Store", Output.Number(reply.Store.Seizures), Output.Number(reply.Store.Cases), reply.Store.Checksum);
        table.Add("Index", Output.Number(reply.Index.Seizures), Output.Number(reply.Index.Cases), reply.Index.Checksum);
        table.Write(output.Results);
        output.Line();
        if (reply.Audit.Records > 0)
            output.Line($"Audit: {Output.Count(reply.Audit.Records, "record")}, the last one {reply.Audit.LastHash}");
        if (reply.Refused.Count > 0)
            Print(output, reply.Refused);
        output.Line(reply.Ok ? "Store and index agree." : string.Join('\n', (IEnumerable<string>)reply.Problems));
    }

    private static void Print(Output output, IReadOnlyList<RefusedAnswer> refused)
    {
        var table = new TextTable("Seizure", "Error", "Field", ">Attempts", "Next attempt");
        foreach (RefusedAnswer one in refused.Take(MostListed))
            table.Add(
                one.Id,
                one.ErrorType,
                one.Field ?? "",
                Output.Number(one.Attempts),
                one.NextAttemptAt.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)
            );
        table.Write(output.Results);
        if (refused.Count > MostListed)
            output.Line($"and {Output.Number(refused.Count - MostListed)} more: ./run verify --json lists all");
        output.Line();
    }
}
