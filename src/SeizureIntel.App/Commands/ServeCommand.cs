using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Data.Common;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Api.Hosting;
using SeizureIntel.App.Security;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Commands;

/// <summary>API and pages.</summary>
internal static class ServeCommand
{
    // This machine alone, until somebody asks for more.
    private const string OwnMachine = "http://127.0.0.1:5080";

    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(1);

    public static Verb Create(VerbContext context)
    {
        Option<string> urls = UrlsOption();
        var verb = new Verb("serve", "Serves the pages and the API over the data folder")
        {
            Examples =
            [
                ("./run serve", $"pages at {OwnMachine}, API below /api/v1"),
                ("./run serve --urls http://127.0.0.1:0", "on a free port; the address is printed"),
            ],
        };
        verb.Add(urls);
        verb.SetAction(
            async (parsed, stop) =>
            {
                string addresses = Checked(parsed.GetValue(urls)!);
                await using Workspace workspace = await context.OpenToServeAsync(parsed, stop);
                if ((await workspace.Get<IAccountStore>().AccountsAsync(stop)).Count == 0)
                    context.Output.Note("Nobody may sign in yet: ./run accounts add NAME --role administrator");
                return await RunAsync(context.Output, workspace, addresses, VerbContext.AsJson(parsed), stop);
            }
        );
        return verb;
    }

    public static Option<string> UrlsOption() =>
        new("--urls")
        {
            Description = "Addresses to listen at, separated by semicolons",
            HelpName = "urls",
            DefaultValueFactory = _ => OwnMachine,
        };

    /// <summary>The addresses, if each is one.</summary>
    public static string Checked(string urls)
    {
        foreach (string url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
                throw Fault.Usage("bad_address", $"'{url}' is no address to listen at.", $"Give one such as {OwnMachine}.");
        }

        return urls;
    }

    // Passwords and cookies do not travel in the clear.
    private static void Encrypted(string urls, AccessOptions signIn)
    {
        foreach (string url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = new Uri(url);
            if (address.Scheme == "http" && !address.IsLoopback && !signIn.BehindProxy)
            {
                throw Fault.Usage(
                    "not_encrypted",
                    $"'{url}' can be reached from other machines, without encryption.",
                    "Give an https address, or put a proxy that speaks TLS in front and set SignIn:BehindProxy to true."
                );
            }
        }
    }

    // The index is opened while the site is put together. What a search page counts is counted once when the first questions are answered: later ones
    // find it at hand.
    private static async Task OpenIndexAsync(Workspace workspace, CancellationToken stop)
    {
        try
        {
            await AskAsync([]);
            await Task.Delay(AfterStart, workspace.Get<TimeProvider>(), stop);
            await AskAsync([.. SeizureFields.All.Where(f => f.Kind is FieldKind.Code or FieldKind.Codes).Select(f => f.Name)]);
        }
        catch (Exception missed)
            when (missed is IOException or InvalidDataException or DbException or IndexUnavailableException or OperationCanceledException)
        {
            // Whoever asks is told.
        }

        Task AskAsync(IReadOnlyList<string> facets)
        {
            var all = new SearchRequest
            {
                Query = SeizureQuery.All,
                Size = 1,
                Facets = facets,
                FacetSize = 1,
            };
            return Task.Run(() => workspace.Get<ISeizureIndex>().SearchAsync(Reader.Owner, all, stop), stop);
        }
    }

    public static async Task<int> RunAsync(
        Output output,
        Workspace workspace,
        string urls,
        bool asJson,
        CancellationToken stop,
        (string Name, string Password)? firstPassword = null
    )
    {
        Encrypted(urls, workspace.Get<AccessOptions>());
        Task opening = OpenIndexAsync(workspace, stop);
        try
        {
            await WebSite.RunAsync(workspace, urls, Started, stop);
        }
        catch (IOException taken)
        {
            throw Fault.Failed(
                "cannot_listen",
                taken.Message.TrimEnd('.') + ".",
                "Give another address: --urls http://127.0.0.1:0 takes a free port.",
                taken
            );
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how a server is stopped.
        }

        await opening;
        return 0;

        void Started(IReadOnlyCollection<string> addresses)
        {
            if (asJson)
                output.Json(new { urls = addresses });
            else
                output.Line($"Listening at {string.Join(" and ", addresses)}; Ctrl+C stops.");
            if (firstPassword is { } first)
                output.Line($"Sign in as {first.Name} with the password {first.Password}; it is shown once and must be changed.");
            output.Results.Flush();
        }
    }
}
