using System;
using System.Collections.Generic;
using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using SeizureIntel.App.Workspaces;
using SeizureIntel.SqlServer;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Commands;

/// <summary>Brings the schema to this version, says how, or takes the store to another engine.</summary>
internal static class MigrateCommand
{
    public static Verb Create(VerbContext context)
    {
        var to = new Option<StorageProvider?>("--to") { Description = "Copy the store to this engine: Sqlite or SqlServer" };
        var connection = new Option<string?>("--to-connection") { Description = "How to reach the empty database to copy to" };
        var file = new Option<string?>("--to-connection-file") { Description = "A file that says so, for a connection with a password" };
        var script = new Option<bool>("--script") { Description = "Print the T-SQL that brings a SQL Server database to this version" };
        var verb = new Verb(
            "migrate",
            "Brings the store's schema to this version, as every other verb does too when it opens the folder; or copies the store to another engine"
        )
        {
            Examples =
            [
                ("./run migrate", "the migrations applied, oldest first"),
                ("./run migrate --script", "what a database administrator runs instead"),
                ("./run migrate --to SqlServer --to-connection-file sql.secret", "everything to SQL Server, then both compared"),
            ],
        };
        verb.Add(to);
        verb.Add(connection);
        verb.Add(file);
        verb.Add(script);
        verb.SetAction(
            async (parsed, stop) =>
            {
                if (parsed.GetValue(script))
                    return PrintScript(context, VerbContext.AsJson(parsed));
                StorageOptions? target = parsed.GetValue(to) is { } engine
                    ? new()
                    {
                        Provider = engine,
                        ConnectionString = parsed.GetValue(connection),
                        ConnectionStringFile = parsed.GetValue(file),
                    }
                    : null;
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                if (target is not null)
                {
                    StoreCopyReport copy = await CopyAsync(workspace, target, stop);
                    await OwnerAudit.AddAsync(
                        workspace,
                        "copy_store",
                        target.Provider.ToString(),
                        copy.IsWhole ? "done" : "failed",
                        "checksum=" + copy.To.Checksum,
                        stop
                    );
                    return PrintCopy(context, VerbContext.AsJson(parsed), copy);
                }

                IReadOnlyList<string> applied = workspace.Get<AppliedMigrations>().Names;
                if (applied.Count > 0)
                    await OwnerAudit.AddAsync(workspace, "migrate", "", "done", string.Join(' ', applied), stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(new { applied });
                else
                    context.Output.Line(applied.Count == 0 ? "The schema is up to date." : string.Join('\n', applied));
                return 0;
            }
        );
        return verb;
    }

    private static async Task<StoreCopyReport> CopyAsync(Workspace workspace, StorageOptions target, CancellationToken stop)
    {
        if (target is { Provider: StorageProvider.Sqlite, ConnectionString: null, ConnectionStringFile: null })
        {
            throw Fault.Usage(
                "no_target",
                "It is not said which database to copy to.",
                "Give --to-connection 'Data Source=FILE' or --to-connection-file FILE."
            );
        }

        try
        {
            Store to = StoreEngine.Open(
                workspace.Get<Folders>().Data,
                target,
                workspace.Get<TimeProvider>(),
                workspace.Get<ILoggerFactory>()
            );
            return await StoreCopy.RunAsync(workspace.Get<Store>(), to, stop);
        }
        catch (ValidationException wrong)
        {
            throw Fault.Usage("bad_target", wrong.Message, "--to-connection and --to-connection-file stand for these settings.");
        }
        catch (Exception failed) when (failed is DbException or IOException or InvalidOperationException or TimeoutException)
        {
            throw Fault.Failed("copy_failed", failed.Message, "The store is as it was; mend the cause and copy again.", failed);
        }
    }

    private static int PrintCopy(VerbContext context, bool asJson, StoreCopyReport copy)
    {
        if (asJson)
        {
            context.Output.Json(
                new
                {
                    ok = copy.IsWhole,
                    rows = copy.Rows,
                    from = copy.From,
                    to = copy.To,
                }
            );
        }
        else
        {
            foreach ((string table, long rows) in copy.Rows.OrderBy(r => r.Key, StringComparer.Ordinal))
                context.Output.Line($"{table}: {Output.Number(rows)}");
            context.Output.Line(
                copy.IsWhole
                    ? $"Both hold the same: checksum {copy.To.Checksum}."
                    : $"They differ: checksum {copy.From.Checksum} there and {copy.To.Checksum} here. Was something written meanwhile?"
            );
        }

        return copy.IsWhole ? 0 : 1;
    }

    private static int PrintScript(VerbContext context, bool asJson)
    {
        string script = SqlServerStore.Script();
        if (asJson)
            context.Output.Json(new { script });
        else
            context.Output.Line(script);
        return 0;
    }
}
