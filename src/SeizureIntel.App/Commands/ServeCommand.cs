using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Api.Hosting;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Commands;

/// <summary>API and pages.</summary>
internal static class ServeCommand
{
    // This machine alone, until somebody asks for more: the pages have no sign-in of their own.
    private const string OwnMachine = "http://127.0.0.1:5080";

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
                await using Workspace workspace = await context.OpenToWriteAsync(parsed, stop);
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

    public static async Task<int> RunAsync(Output output, Workspace workspace, string urls, bool asJson, CancellationToken stop)
    {
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

        return 0;

        void Started(IReadOnlyCollection<string> addresses)
        {
            if (asJson)
                output.Json(new { urls = addresses });
            else
                output.Line($"Listening at {string.Join(" and ", addresses)}; Ctrl+C stops.");
            output.Results.Flush();
        }
    }
}
