using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.App.Commands;

/// <summary>What every verb stands on: where it prints and how it opens the data folder.</summary>
internal sealed class VerbContext(Output output, Func<WorkspaceRequest, CancellationToken, Task<Workspace>> open)
{
    public Output Output => output;

    /// <summary>Opens the data folder to read; an absent one is empty.</summary>
    public Task<Workspace> OpenAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        open(Request(parsed, isWriting: false), cancellationToken);

    /// <summary>Opens the data folder to write; an absent one is made.</summary>
    public Task<Workspace> OpenToWriteAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        open(Request(parsed, isWriting: true), cancellationToken);

    /// <summary>Opens the data folder for a site, where others ask meanwhile; an absent one is made.</summary>
    public Task<Workspace> OpenToServeAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        open(Request(parsed, isWriting: true) with { IsServing = true }, cancellationToken);

    private static WorkspaceRequest Request(ParseResult parsed, bool isWriting) =>
        new(parsed.GetValue(GlobalOptions.Data), isWriting, parsed.GetValue(GlobalOptions.Verbose));

    public static bool AsJson(ParseResult parsed) => parsed.GetValue(GlobalOptions.Json);

    /// <summary>Understands the shared filters and says which of them cannot find anything.</summary>
    public Filter Read(FilterText filters, Workspace workspace)
    {
        Filter filter = workspace.Get<FilterReader>().Read(filters);
        foreach (string warning in filter.Warnings)
            output.Note(warning);
        return filter;
    }
}
