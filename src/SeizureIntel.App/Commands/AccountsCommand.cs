using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Accounts;
using SeizureIntel.App.Security;
using SeizureIntel.App.Workspaces;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.App.Commands;

/// <summary>The people who may sign in.</summary>
internal static class AccountsCommand
{
    public static Verb Create(VerbContext context)
    {
        var verb = new Verb("accounts", "Keeps the people who may sign in: the first administrator is made here")
        {
            Examples =
            [
                ("./run accounts add nora --role administrator", "shows a first password once; it lives 24 hours"),
                ("./run accounts add jan --role contributor --office nl-customs --region NL", "sees the records of NL alone"),
                ("./run accounts reset nora", "a new first password; sessions and one-time codes end"),
            ],
        };
        verb.Add(Add(context));
        verb.Add(Reset(context));
        verb.Add(Close(context));
        verb.Add(List(context));
        return verb;
    }

    private static Verb Add(VerbContext context)
    {
        Argument<string> name = NameArgument();
        var role = new Option<Role>("--role") { Description = "contributor, analyst, publisher or administrator", Required = true };
        var office = new Option<string>("--office")
        {
            Description = "Short name of the office; it is made where it is new",
            DefaultValueFactory = _ => "office",
        };
        var region = new Option<string?>("--region")
        {
            Description = "Countries whose records a new office sees: codes or the name of a region; every country without it",
        };
        var marking = new Option<string?>("--marking")
        {
            Description = "Highest marking to see: CLEAR, GREEN, AMBER (usual), AMBER+STRICT or RED",
        };
        Option<string?> file = SecretFile.Option();
        var verb = new Verb("add", "Makes an account and shows its first password, once")
        {
            Examples = [("./run accounts add ana --role analyst --office rilo-we --region 'Western Europe'", "an analyst of a region")],
        };
        verb.Add(name);
        verb.Add(role);
        verb.Add(office);
        verb.Add(region);
        verb.Add(marking);
        verb.Add(file);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                SecretFile.Check(context.Output, VerbContext.AsJson(parsed), parsed.GetValue(file));
                Role wanted = parsed.GetValue(role);
                string officeId = parsed.GetValue(office)!;
                IReadOnlyList<string>? countries = Countries(workspace.Get<CodeListSet>(), parsed.GetValue(region));
                if (wanted == Role.Contributor && countries is not { Count: 1 })
                {
                    throw Fault.Usage(
                        "contributor_country",
                        "A contributor belongs to the customs service of one country.",
                        "Name it: --region NL --office nl-customs."
                    );
                }

                (Account account, string password) = await workspace
                    .Get<AccountDesk>()
                    .AddAsync(
                        parsed.GetValue(name)!,
                        wanted,
                        new Office(officeId, officeId, countries),
                        parsed.GetValue(marking) is { } text ? MarkingText.Require(text) : Marking.Amber,
                        stop
                    );
                await Show(context, parsed, workspace, "add_account", account.Name, password, file, stop);
                return 0;
            }
        );
        return verb;
    }

    private static Verb Reset(VerbContext context)
    {
        Argument<string> name = NameArgument();
        Option<string?> file = SecretFile.Option();
        var verb = new Verb("reset", "Gives an account a new first password; its sessions, lock and one-time codes end")
        {
            Examples = [("./run accounts reset ana", "shows the password once; it lives 24 hours")],
        };
        verb.Add(name);
        verb.Add(file);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                SecretFile.Check(context.Output, VerbContext.AsJson(parsed), parsed.GetValue(file));
                string password = await workspace.Get<AccountDesk>().ResetAsync(parsed.GetValue(name)!, stop);
                await Show(context, parsed, workspace, "reset_account", parsed.GetValue(name)!, password, file, stop);
                return 0;
            }
        );
        return verb;
    }

    private static Verb Close(VerbContext context)
    {
        Argument<string> name = NameArgument();
        var verb = new Verb("close", "Closes an account: it opens nothing any more and keeps its name")
        {
            Examples = [("./run accounts close ana", "its sessions and keys end at once; reset opens it again")],
        };
        verb.Add(name);
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
                string closed = parsed.GetValue(name)!;
                await workspace.Get<AccountDesk>().ChangeAsync(closed, a => a with { IsClosed = true, PasswordHash = null }, stop);
                await workspace.Get<AuditTrail>().AddAsync(AuditTrail.Owner, "close_account", closed, "done", "", stop);
                if (VerbContext.AsJson(parsed))
                    context.Output.Json(new { account = closed, closed = true });
                else
                    context.Output.Line($"{closed} is closed.");
                return 0;
            }
        );
        return verb;
    }

    private static Verb List(VerbContext context)
    {
        var verb = new Verb("list", "Lists the accounts") { Examples = [("./run accounts list", "name, role, office, marking")] };
        verb.SetAction(
            async (parsed, stop) =>
            {
                await using Workspace workspace = await context.OpenAsync(parsed, stop);
                IReadOnlyList<Account> accounts = await workspace.Get<IAccountStore>().AccountsAsync(stop);
                if (VerbContext.AsJson(parsed))
                {
                    context.Output.Json(
                        new
                        {
                            accounts = accounts.Select(a => new
                            {
                                a.Name,
                                Role = Output.Word(a.Role),
                                Office = a.OfficeId,
                                Ceiling = a.Ceiling.Label(),
                                a.MustChangePassword,
                                a.UsesCodes,
                                a.IsClosed,
                                a.CreatedAt,
                            }),
                        }
                    );
                    return 0;
                }

                if (accounts.Count == 0)
                {
                    context.Output.Line("Nobody may sign in yet: ./run accounts add NAME --role administrator.");
                    return 0;
                }

                var table = new TextTable("Name", "Role", "Office", "Sees up to", "Codes", "State", "Since");
                foreach (Account a in accounts)
                {
                    table.Add(
                        a.Name,
                        Output.Word(a.Role),
                        a.OfficeId,
                        a.Ceiling.Label(),
                        a.UsesCodes ? "yes" : "no",
                        a.IsClosed ? "closed"
                            : a.MustChangePassword ? "first password"
                            : "open",
                        a.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                    );
                }

                table.Write(context.Output.Results);
                return 0;
            }
        );
        return verb;
    }

    private static Argument<string> NameArgument() => new("NAME") { Description = "The name to sign in with" };

    private static IReadOnlyList<string>? Countries(CodeListSet codes, string? region) =>
        region is null ? null : new RegionNames(codes).Countries(region);

    private static async Task Show(
        VerbContext context,
        ParseResult parsed,
        Workspace workspace,
        string action,
        string name,
        string password,
        Option<string?> file,
        CancellationToken stop
    )
    {
        await workspace.Get<AuditTrail>().AddAsync(AuditTrail.Owner, action, name, "done", "", stop);
        string? path = await SecretFile.TellAsync(context.Output, password, parsed.GetValue(file), stop);
        double hours = AccountDesk.FirstPasswordLife.TotalHours;
        if (VerbContext.AsJson(parsed))
            context.Output.Json(
                new
                {
                    account = name,
                    secret_file = path,
                    first_password_hours = hours,
                }
            );
        else if (path is null)
            context.Output.Line($"First password of {name}, shown once, for {hours} hours:\n\n  {password}\n");
        else
            context.Output.Line($"First password of {name}, for {hours} hours: {path}");
    }
}
