using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using AutoMapper;
using Microsoft.Extensions.Logging;
using SeizureIntel.App.Settings;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Ports;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Search;
using SeizureIntel.Workbench.State;
using SeizureIntel.Workbench.Steps;
using SeizureIntel.Workbench.Studies;
using SeizureIntel.Workbench.Studies.Kept;
using SeizureIntel.Workbench.Submissions;

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
    public required StudyCache KeptStudies { get; init; }

    /// <summary>The truth as a whole, for who takes it elsewhere.</summary>
    public required Store Store { get; init; }

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

    public required BulletinOptions BulletinSettings { get; init; }

    public required UploadOptions Uploads { get; init; }

    public required IMapper Contracts { get; init; }

    /// <summary>Migrations applied when the folder was opened, oldest first.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    public required TimeProvider Clock { get; init; }

    public required ILoggerFactory Logs { get; init; }

    public SearchAnswers Search() => new(Index, CodeLists);

    public StudyAnswers Study() => new(Index, Submissions, CodeLists, KeptStudies, ListsVersion);

    public StateAnswers State() => new(Submissions, Outbox, Index, Contracts);

    /// <param name="steps">Told how far a file has come; null for nobody.</param>
    public IntakeAnswers Intake(IProgress<Step>? steps = null) =>
        new(Loader, Feeder, Submissions, CodeLists, Sources, Contracts, Clock) { Steps = steps };

    /// <param name="steps">Told how far a bulletin has come; null for nobody.</param>
    /// <param name="isForPages">True to draw the charts for pages.</param>
    public BulletinAnswers Bulletins(IProgress<Step>? steps = null, bool isForPages = false) =>
        new(Study(), Index, Products, CodeLists, Charts, Printer, BulletinSettings, Clock) { Steps = steps, IsForPages = isForPages };

    public ValueTask DisposeAsync() => close();
}
