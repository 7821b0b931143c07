using System;
using System.Collections.Generic;
using System.Data.Common;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using SeizureIntel.App.Security;
using SeizureIntel.App.Settings;
using SeizureIntel.App.Telemetry;
using SeizureIntel.App.Workspaces;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Etl.Suggesting;
using SeizureIntel.Ports;
using SeizureIntel.Reading.Models;
using SeizureIntel.Reading.Narratives;
using SeizureIntel.Reporting.Drawing;
using SeizureIntel.Reporting.Printing;
using SeizureIntel.Reporting.Settings;
using SeizureIntel.Search.Elasticsearch;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Search.Settings;
using SeizureIntel.Storage.Archives;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Workbench.Accounts;
using SeizureIntel.Workbench.Administration;
using SeizureIntel.Workbench.Bulletins;
using SeizureIntel.Workbench.Comparing;
using SeizureIntel.Workbench.Completion;
using SeizureIntel.Workbench.Doubts;
using SeizureIntel.Workbench.Exports;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Jobs;
using SeizureIntel.Workbench.Ledgers;
using SeizureIntel.Workbench.Mapping;
using SeizureIntel.Workbench.Running;
using SeizureIntel.Workbench.Scorecards;
using SeizureIntel.Workbench.Search;
using SeizureIntel.Workbench.Seizures;
using SeizureIntel.Workbench.Serials;
using SeizureIntel.Workbench.State;
using SeizureIntel.Workbench.Studies;
using SeizureIntel.Workbench.Studies.Kept;
using SeizureIntel.Workbench.Submissions;
using SeizureIntel.Workbench.Suggesting;
using SeizureIntel.Workbench.Tabulating;
using SeizureIntel.Workbench.Texts;
using SeizureIntel.Workbench.Typing;
using SeizureIntel.Workbench.Vocabularies;
using SeizureIntel.Workbench.Watches;

namespace SeizureIntel.App;

/// <summary>Puts the engines together; nothing else chooses an implementation.</summary>
internal static class Composition
{
    private const string ScreeningFolder = "screening";
    private const string ChartsFolderName = "dashboards/SeizureIntel.Dashboards";

    /// <summary>Opens a data folder.</summary>
    /// <exception cref="Fault">A setting is wrong, or the program's own files are damaged.</exception>
    public static async Task<Workspace> OpenAsync(WorkspaceRequest request, CancellationToken cancellationToken)
    {
        IConfiguration configuration = SettingsFiles.Read(
            AppContext.BaseDirectory,
            Environment.GetEnvironmentVariable(SettingsFiles.SecretsVariable)
        );
        var data = SettingsReader.Read<FolderOptions>(configuration, FolderOptions.Section);
        var archive = SettingsReader.Read<ArchiveOptions>(configuration, ArchiveOptions.Section);
        var storage = SettingsReader.Read<StorageOptions>(configuration, StorageOptions.Section);
        var search = SettingsReader.Read<SearchOptions>(configuration, SearchOptions.Section, typeof(FeedingOptions));
        var feeding = SettingsReader.Read<FeedingOptions>(configuration, FeedingOptions.Section, typeof(SearchOptions));
        var reporting = SettingsReader.Read<ReportingOptions>(WithChartsFolder(configuration), ReportingOptions.Section);
        var bulletins = SettingsReader.Read<BulletinOptions>(configuration, BulletinOptions.Section);
        var uploads = SettingsReader.Read<UploadOptions>(configuration, UploadOptions.Section);
        var signIn = SettingsReader.Read<AccessOptions>(configuration, AccessOptions.Section);
        var telemetry = SettingsReader.Read<TelemetryOptions>(configuration, TelemetryOptions.Section);
        var serials = SettingsReader.Read<SerialHash>(configuration, SerialHash.Section);
        var tokens = SettingsReader.Read<NumberTokens>(configuration, NumberTokens.Section);
        var mapping = SettingsReader.Read<MappingOptions>(configuration, MappingOptions.Section);

        string folder = Path.GetFullPath(request.DataFolder ?? data.Folder);
        if (File.Exists(folder))
            throw Fault.Usage("bad_data_folder", $"{folder} is a file, not a folder.", "Give a folder: --data FOLDER.");
        string? elsewhere = string.IsNullOrWhiteSpace(archive.Folder) ? null : Path.GetFullPath(archive.Folder);
        if (File.Exists(elsewhere))
            throw Fault.Usage(
                "bad_data_folder",
                $"Archive:Folder is {elsewhere}, which is a file.",
                "Name a folder that all processes reach."
            );
        string shared = elsewhere ?? folder;
        // An absent folder is read as an empty one, and stays absent.
        string? passing =
            request.IsWriting || StoreEngine.Exists(folder, storage) ? null : Directory.CreateTempSubdirectory("seizureintel-").FullName;
        string opened = passing ?? folder;

        ILoggerFactory logs = Logs(request.IsVerbose, telemetry.Logs);
        TimeProvider clock = TimeProvider.System;
        Store store = StoreEngine.Open(opened, storage, clock, logs);
        // The schema needs no lists, and they do not need each other: all are read side by side. Sources are read when a file comes.
        Task<IReadOnlyList<string>> migrating = Task.Run(() => store.MigrateAsync(cancellationToken), CancellationToken.None);
        string sourcesFolder = Path.Combine(AppContext.BaseDirectory, "sources"),
            listsFolder = Path.Combine(AppContext.BaseDirectory, "codelists");
        CodeListSet codeLists;
        ScreeningLists? screening = null;
        string screeningFolder = Path.Combine(AppContext.BaseDirectory, ScreeningFolder),
            ownScreening = Path.Combine(shared, ScreeningFolder);
        try
        {
            // An office is told at every start what is wrong with its own; the program's are read when somebody sends or types.
            Task<ScreeningLists>? screened = Directory.Exists(ownScreening)
                ? Task.Run(() => Screening(screeningFolder, ownScreening), CancellationToken.None)
                : null;
            codeLists = CodeLists(listsFolder);
            if (screened is not null)
                screening = await screened;
        }
        finally
        {
            await ((Task)migrating).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        IReadOnlyList<string> migrations;
        try
        {
            migrations = await migrating;
        }
        catch (Exception refused)
            when (storage.Provider == StorageProvider.SqlServer && refused is DbException or InvalidOperationException)
        {
            throw Fault.Failed(
                "database_unusable",
                $"The database of Storage:ConnectionString cannot be used: {refused.Message.TrimEnd('.')}.",
                "docs/operations.md says how it is made and who may do what.",
                refused
            );
        }
        catch (Exception refused) when (refused is DbException or UnauthorizedAccessException or IOException)
        {
            throw Fault.Failed(
                "data_folder_unusable",
                $"The database in {folder} cannot be opened to write, as even reading needs: {refused.Message.TrimEnd('.')}.",
                "Let this user write to the folder, restore it from a backup, or give another: --data FOLDER.",
                refused
            );
        }

        var parts = new ServiceCollection();
        // What is made first is closed last.
        parts.AddSingleton(_ => new PassingFolder(passing));
        parts.AddSingleton(_ => logs);
        parts.AddSingleton(clock);
        parts.AddSingleton(new Folders(folder, shared, sourcesFolder, Path.GetFullPath(reporting.ChartsFolder)));
        parts.AddSingleton(new AppliedMigrations(migrations));
        parts
            .AddSingleton(codeLists)
            .AddSingleton(_ => screening ?? Screening(screeningFolder, ownScreening))
            .AddSingleton<Func<ScreeningLists>>(s => s.GetRequiredService<ScreeningLists>);
        parts.AddSingleton(_ => AnswerMappings.Of(mapping.Key).CreateMapper());
        parts
            .AddSingleton(_ => new SourceShelf(Sources(sourcesFolder), store.Sources))
            .AddSingleton(_ => Words(listsFolder))
            .AddSingleton(_ => Goods(listsFolder, codeLists));
        parts.AddSingleton(serials).AddSingleton(tokens);
        parts.AddSingleton(bulletins).AddSingleton(uploads).AddSingleton(feeding).AddSingleton(reporting);
        parts.AddSingleton(store).AddSingleton(store.Submissions).AddSingleton(store.Outbox).AddSingleton(store.Products);
        parts.AddSingleton(store.Accounts).AddSingleton(store.Audit).AddSingleton(signIn).AddSingleton(telemetry);
        parts.AddSingleton<IPasswordHasher<AccountUser>>(new PasswordHasher<AccountUser>());
        parts.AddSingleton<PasswordHashing>(p =>
            (account, password) => p.GetRequiredService<IPasswordHasher<AccountUser>>().HashPassword(new AccountUser(account), password)
        );
        parts.AddSingleton<PeopleDesk>().AddSingleton<AdministrationDesk>();
        parts.AddSingleton<AccountDesk>().AddSingleton<AuditTrail>();
        parts.AddSingleton(_ => Index(search, opened, codeLists, clock, logs));
        parts.AddSingleton<ISubmissionArchive>(_ => Archive(elsewhere ?? opened, logs));
        parts.AddSingleton(new ModelShelf(Path.Combine(shared, "models")));
        parts.AddSingleton(_ => TextReaders.Lexicon(codeLists, listsFolder)).AddSingleton<TextDesk>();
        parts.AddSingleton(s => TextReaders.WithModels(s.GetRequiredService<LexiconReader>(), s.GetRequiredService<ModelShelf>()));
        // What a model thinks is no statement: intake reads accounts by the lexicon alone.
        parts.AddSingleton(s => ActivatorUtilities.CreateInstance<SubmissionLoader>(s, s.GetRequiredService<LexiconReader>()));
        parts.AddSingleton<IChartRenderer, ScottPlotRenderer>().AddSingleton<IDocumentPrinter, ChromiumPrinter>();
        parts.AddSingleton(_ => logs.CreateLogger<IndexFeeder>()).AddSingleton(_ => logs.CreateLogger<WatchRunner>());
        AddDesks(parts, passing is null ? Path.Combine(folder, "cache", "studies") : null, listsFolder, request.IsServing);

        ServiceProvider services = parts.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        services.GetRequiredService<PassingFolder>();
        services.GetRequiredService<ILoggerFactory>();
        return new Workspace(services, [.. parts]);
    }

    private static void AddDesks(IServiceCollection parts, string? studiesFolder, string listsFolder, bool serves)
    {
        parts
            .AddSingleton(_ => serves ? new StudyThreads(Environment.ProcessorCount) : StudyThreads.OfVerb(Environment.ProcessorCount))
            .AddSingleton<StudyRuns>()
            .AddSingleton(new StudyCache(studiesFolder));
        parts.AddSingleton(new ListsEdition(listsFolder)).AddSingleton(new ListEditions(listsFolder));
        parts.AddSingleton<SourceSuggester>().AddSingleton<Func<SourceSuggester>>(s => s.GetRequiredService<SourceSuggester>);
        parts.AddSingleton<SourceChoice>().AddSingleton<SuggestionDesk>().AddSingleton<SourceDesk>();
        parts.AddSingleton<FilterReader>().AddSingleton<IndexFeeder>();
        parts
            .AddSingleton<SearchDesk>()
            .AddSingleton<TabulationDesk>()
            .AddSingleton<SeizureDesk>()
            .AddSingleton<GoodsProposer>()
            .AddSingleton<ProposalDesk>()
            .AddSingleton<SimilarDesk>()
            .AddSingleton<JobDesk>()
            .AddSingleton<CompletionDesk>()
            .AddSingleton<CodeDesk>()
            .AddSingleton<ExportDesk>()
            .AddSingleton<StudyDesk>()
            .AddSingleton<ScorecardDesk>()
            .AddSingleton<CompareDesk>()
            .AddSingleton<LedgerDesk>()
            .AddSingleton<VocabularyDesk>()
            .AddSingleton<SubmissionDesk>()
            .AddSingleton<RejectionWorkbook>();
        parts
            .AddSingleton<SerialDesk>()
            .AddSingleton<ProgrammeTags>()
            .AddSingleton<StoreChanges>()
            .AddSingleton<DoubtDesk>()
            .AddSingleton<DecisionDesk>();
        parts.AddSingleton<WithdrawalDesk>().AddSingleton<RescreenDesk>().AddSingleton<QuestionDesk>().AddSingleton<TemplateWorkbook>();
        parts.AddSingleton<TypedWords>().AddSingleton<WatchTrial>().AddSingleton<WatchRunner>().AddSingleton<WatchDesk>();
        parts
            .AddSingleton<IntakeDesk>()
            .AddSingleton<BulletinDesk>()
            .AddSingleton<BulletinMaker>()
            .AddSingleton<BulletinPrinting>()
            .AddSingleton<StateDesk>();
        parts.AddSingleton<TrainingTexts>().AddSingleton<ModelDesk>();
    }

    private static FileArchive Archive(string folder, ILoggerFactory logs)
    {
        var archive = new FileArchive(folder, logs);
        archive.RemoveUnfinished();
        return archive;
    }

    private static ISeizureIndex Index(SearchOptions search, string folder, CodeListSet codeLists, TimeProvider clock, ILoggerFactory logs)
    {
        if (search.Kind == SearchKind.Elasticsearch)
            return new ElasticsearchIndex(search.Elasticsearch, codeLists, clock, logs.CreateLogger<ElasticsearchIndex>());
        var index = new EmbeddedIndex(folder, codeLists, clock, logs.CreateLogger<EmbeddedIndex>());
        index.RemoveUnfinished();
        return index;
    }

    /// <summary>The code lists of a folder.</summary>
    public static CodeListSet CodeLists(string folder)
    {
        if (!Directory.Exists(folder))
            throw Damaged(folder, "The code lists are missing.");
        try
        {
            return CodeListFiles.Parse(
                Directory.EnumerateFiles(folder, "*.csv").ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal)
            );
        }
        catch (FormatException broken)
        {
            throw Damaged(folder, broken.Message);
        }
    }

    /// <summary>The words by which columns are named.</summary>
    public static ColumnWords Words(string folder) =>
        Lexicon(folder, "column_words.csv", (file, text) =>
            ColumnWords.Parse(file, text, Lexicon(folder, NameModel.File, NameModel.Parse))
        );

    /// <summary>More words by which tables name goods.</summary>
    public static GoodsWords Goods(string folder, CodeListSet lists) =>
        Lexicon(folder, "goods_words.csv", (file, text) => GoodsWords.Parse(file, text, lists));

    private static T Lexicon<T>(string folder, string name, Func<string, string, T> parse)
    {
        string file = Path.Combine(folder, "lexicons", name);
        if (!File.Exists(file))
            throw Damaged(folder, $"The lexicon {name} is missing.");
        try
        {
            return parse(file, File.ReadAllText(file));
        }
        catch (FormatException broken)
        {
            throw Damaged(folder, broken.Message);
        }
    }

    /// <summary>The screening lists of the program, joined by those that an office keeps in its data folder.</summary>
    public static ScreeningLists Screening(string shipped, string own)
    {
        if (!Directory.Exists(shipped))
            throw Damaged(shipped, "The screening lists are missing.");
        string weights = Path.Combine(shipped, ScreeningLists.WeightsFile);
        if (!File.Exists(weights))
            throw Damaged(shipped, "What the tagger has learned is missing.");
        (string, string)[] ours = [.. Texts(shipped), (weights, File.ReadAllText(weights))];
        try
        {
            return ScreeningLists.Parse([.. ours, .. Directory.Exists(own) ? Texts(own) : []]);
        }
        catch (FormatException broken) when (broken.Message.StartsWith(own, StringComparison.Ordinal))
        {
            throw Fault.Failed("bad_screening_list", broken.Message, "Mend the row, or take the file out of the folder.", broken);
        }
        catch (FormatException broken)
        {
            throw Damaged(shipped, broken.Message);
        }

        static (string, string)[] Texts(string folder) =>
            [.. Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal).Select(f => (f, File.ReadAllText(f)))];
    }

    /// <summary>The sources of a folder, in the order of their names.</summary>
    public static IReadOnlyList<SourceDescription> Sources(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        try
        {
            return
            [
                .. Directory
                    .EnumerateDirectories(folder)
                    .Where(d => File.Exists(Path.Combine(d, "source.json")))
                    .Order(StringComparer.Ordinal)
                    .Select(d => SourceDescription.Parse(File.ReadAllText(Path.Combine(d, "source.json")), Path.GetFileName(d))),
            ];
        }
        catch (InvalidDataException broken)
        {
            throw Damaged(folder, broken.Message);
        }
    }

    // In the repository the packages lie in the dashboards' folder, in the container image beside the executable.
    private static IConfiguration WithChartsFolder(IConfiguration configuration)
    {
        const string key = ReportingOptions.Section + ":" + nameof(ReportingOptions.ChartsFolder);
        if (configuration[key] is not null)
            return configuration;
        for (var place = new DirectoryInfo(AppContext.BaseDirectory); place is not null; place = place.Parent)
        {
            string candidate = Path.Combine(place.FullName, ChartsFolderName);
            if (!File.Exists(Path.Combine(candidate, "package.json")))
                continue;
            return new ConfigurationBuilder().AddConfiguration(configuration).AddInMemoryCollection([new(key, candidate)]).Build();
        }

        return configuration;
    }

    private static ILoggerFactory Logs(bool isVerbose, LogFormat format) =>
        LoggerFactory.Create(logs =>
        {
            logs.SetMinimumLevel(isVerbose ? LogLevel.Information : LogLevel.Warning)
                // The folder is its owner's alone, and docs/operations.md says how to encrypt what is in it.
                .AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
            if (format == LogFormat.Json)
                logs.AddJsonConsole(o =>
                {
                    o.UseUtcTimestamp = true;
                    o.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
                });
            else
                logs.AddSimpleConsole(o =>
                {
                    o.SingleLine = true;
                    o.ColorBehavior = LoggerColorBehavior.Disabled;
                });
            logs.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        });

    private static Fault Damaged(string folder, string message) =>
        Fault.Failed("damaged_installation", message, $"The files in {folder} belong to the program; build or install it again.");
}
