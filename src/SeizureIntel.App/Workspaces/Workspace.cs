using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.App.Caching;
using SeizureIntel.App.Settings;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Ports;
using SeizureIntel.Search.Feeding;

namespace SeizureIntel.App.Workspaces;

/// <summary>A data folder with the engines that keep and search it, and the parts that work on them.</summary>
internal sealed class Workspace(Func<ValueTask> close) : IAsyncDisposable
{
    /// <summary>Absolute path of the data folder.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Absolute path of the folder that holds one folder a source.</summary>
    public required string SourcesFolder { get; init; }

    public required CodeListSet CodeLists { get; init; }

    /// <summary>A name for the contents of the code lists, worked out when a study first needs it.</summary>
    public required Lazy<string> ListsVersion { get; init; }

    public required ScreeningLists Screening { get; init; }

    public required IReadOnlyList<SourceDescription> Sources { get; init; }

    /// <summary>What studies answered before.</summary>
    public required StudyCache Studies { get; init; }

    public required ISubmissionStore Submissions { get; init; }

    public required IOutbox Outbox { get; init; }

    public required IProductStore Products { get; init; }

    public required ISeizureIndex Index { get; init; }

    public required ISubmissionArchive Archive { get; init; }

    public required SubmissionLoader Loader { get; init; }

    public required IndexFeeder Feeder { get; init; }

    public required IChartRenderer Charts { get; init; }

    public required IDocumentPrinter Printer { get; init; }

    /// <summary>Folder of the chart library's npm packages; absolute.</summary>
    public required string ChartsFolder { get; init; }

    public required BulletinOptions Bulletins { get; init; }

    public required UploadOptions Uploads { get; init; }

    public required ContractMapper Contracts { get; init; }

    /// <summary>Migrations applied when the folder was opened, oldest first.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    public required TimeProvider Clock { get; init; }

    public required ILoggerFactory Logs { get; init; }

    public ValueTask DisposeAsync() => close();
}
