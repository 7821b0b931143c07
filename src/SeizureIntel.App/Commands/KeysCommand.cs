using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using SeizureIntel.Accounts;
using SeizureIntel.App.Security;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Ports;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Commands;

/// <summary>Keys with which programs ask in a person's name.</summary>
internal static class KeysCommand
{
    private const int UsualDays = 90;

    public static Verb Create(VerbContext context)
    {
        var verb = new Verb("keys", "Keeps the keys with which programs ask the API in a person's name")
        {
            Examples =
            [
                ("./run keys add ana --for 'weekly export' --scope read", "shows the key once; send it as Authorization: Bearer KEY"),
                ("./run keys revoke ID", "ends it at once"),
            ],
        };
        verb.Add(Add(context));
        verb.Add(Revoke(context));
        verb.Add(List(context));
        return verb;
    }

    private static Verb Add(VerbContext context)
    {
        var account = new Argument<string>("NAME") { Description = "The account in whose name it asks; it never may more than that" };
        var name = new Option<string>("--for") { Description = "What it is for", DefaultValueFactory = _ => "key" };
        var scope = new Option<string[]>("--scope")
        {
            Description = $"What it may do: {string.Join(", ", Permissions.All)}; read alone without it",
            AllowMultipleArgumentsPerToken = true,
        };
        var days = new Option<int>("--days")
        {
            Description = $"Days that it lives, 1 to {AccountDesk.LongestKeyDays}",
            DefaultValueFactory = _ => UsualDays,
        };
        Option<string?> file = SecretFile.Option();
        var verb = new Verb("add", "Makes a key and shows it, once")
        {
            Examples = [("./run keys add ana --scope read submit --days 30", "a key to search and to send files with")],
        };
        verb.Add(account);
        verb.Add(name);
        verb.Add(scope);
        verb.Add(days);
        verb.Add(file);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                SecretFile.Check(context.Output, VerbContext.AsJson(parsed), parsed.GetValue(file));
                (ApiKey key, string shown) = await workspace
                    .Get<AccountDesk>()
                    .AddKeyAsync(
                        parsed.GetValue(account)!,
                        parsed.GetValue(name)!,
                        parsed.GetValue(scope) ?? [],
                        parsed.GetValue(days),
                        stop
                    );
                await workspace.Get<AuditTrail>().AddAsync(AuditTrail.Owner, "add_key", key.Id, "done", string.Join(' ', key.Scopes), stop);
                string? path = await SecretFile.TellAsync(context.Output, shown, parsed.GetValue(file), stop);
                string until = key.EndsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(
                        new
                        {
                            key.Id,
                            secret_file = path,
                            key.Scopes,
                            key.EndsAt,
                        }
                    );
                else if (path is null)
                    context.Output.Line($"Key {key.Id}, shown once, until {until}:\n\n  {shown}\n");
                else
                    context.Output.Line($"Key {key.Id}, until {until}: {path}");
                return 0;
            }
        );
        return verb;
    }

    private static Verb Revoke(VerbContext context)
    {
        var id = new Argument<string>("ID") { Description = "The key's id: keys list" };
        var verb = new Verb("revoke", "Ends a key at once") { Examples = [("./run keys revoke ID", "ids: keys list")] };
        verb.Add(id);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                string wanted = parsed.GetValue(id)!;
                if (!await workspace.Get<IAccountStore>().RevokeKeyAsync(wanted, workspace.Get<TimeProvider>().GetUtcNow(), stop))
                    throw Fault.Usage("key_unknown", "There is no key of this id that could be revoked.", "keys list names them.");
                await workspace.Get<AuditTrail>().AddAsync(AuditTrail.Owner, "revoke_key", wanted, "done", "", stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(new { id = wanted, revoked = true });
                else
                    context.Output.Line($"Key {wanted} is revoked.");
                return 0;
            }
        );
        return verb;
    }

    private static Verb List(VerbContext context)
    {
        var verb = new Verb("list", "Lists the keys, newest first") { Examples = [("./run keys list", "id, owner, scopes, end")] };
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                IReadOnlyList<ApiKey> keys = await workspace.Get<IAccountStore>().KeysAsync(stop);
                Dictionary<string, string> owners = (await workspace.Get<IAccountStore>().AccountsAsync(stop)).ToDictionary(
                    a => a.Id,
                    a => a.Name,
                    StringComparer.Ordinal
                );
                DateTimeOffset now = workspace.Get<TimeProvider>().GetUtcNow();
                if (VerbContext.AsJson(parsed))
                {
                    context.Output.Json(
                        new
                        {
                            keys = keys.Select(k => new
                            {
                                k.Id,
                                k.Name,
                                account = owners[k.AccountId],
                                k.Scopes,
                                k.EndsAt,
                                is_valid = k.IsValidAt(now),
                            }),
                        }
                    );
                    return 0;
                }

                if (keys.Count == 0)
                {
                    context.Output.Line("No keys yet: ./run keys add NAME.");
                    return 0;
                }

                var table = new TextTable("Id", "For", "Account", "Scopes", "State", "Until");
                foreach (ApiKey key in keys)
                {
                    table.Add(
                        key.Id,
                        key.Name,
                        owners[key.AccountId],
                        string.Join(' ', key.Scopes),
                        key.RevokedAt is not null ? "revoked"
                            : key.IsValidAt(now) ? "valid"
                            : "ended",
                        key.EndsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                    );
                }

                table.Write(context.Output.Results);
                return 0;
            }
        );
        return verb;
    }
}
