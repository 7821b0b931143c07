using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Etl.Quality;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Ports;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Takes one file from its bytes to cases: intake, screening, mapping, normalisation, quality. It reads the file twice: once to learn what
/// its columns tell as a whole, once to take the rows; blocks of rows are looked at and taken by several workers at once.</summary>
internal sealed class SubmissionPipeline
{
    private const int RowsPerReport = 5_000;

    private readonly SourceDescription _source;
    private readonly CodeListSet _lists;
    private readonly ScreeningLists _screening;
    private readonly Submission _submission;
    private readonly string? _reporterDefault;
    private readonly LoadTargets _targets;
    private readonly IProgress<LoadProgress>? _progress;
    private readonly int _mostRows;
    private readonly IReadOnlySet<string>? _reporters;
    private readonly int _workers;
    private readonly ITextReader? _reader;
    private readonly SerialHash? _serials;
    private readonly NumberTokens? _tokens;

    private List<Case> _cases = [];
    private List<Rejection> _rejections = [];
    private List<Issue> _issues = [];

    public SubmissionPipeline(
        SourceDescription source,
        CodeListSet lists,
        ScreeningLists screening,
        Submission submission,
        string? reporterDefault,
        LoadTargets targets,
        IProgress<LoadProgress>? progress,
        int mostRows = int.MaxValue,
        IReadOnlySet<string>? reporters = null,
        int workers = 1,
        ITextReader? reader = null,
        SerialHash? serials = null,
        NumberTokens? tokens = null
    )
    {
        _source = source;
        _lists = lists;
        _screening = screening;
        _submission = submission;
        _reporterDefault = reporterDefault;
        _targets = targets;
        _progress = progress;
        _mostRows = mostRows;
        _reporters = reporters;
        _workers = workers;
        _reader = reader;
        _serials = serials;
        _tokens = tokens;
    }

    /// <summary>What became of the rows so far; final once the chunks have ended.</summary>
    public LoadTally Tally { get; } = new();

    /// <summary>How a source's files are opened.</summary>
    public static IntakeOptions OptionsOf(SourceDescription source) =>
        new()
        {
            Encoding = source.Format.Encoding,
            Delimiter = source.Format.Delimiter?[0],
            Sheet = source.Format.Sheet,
            DecimalSeparator = source.Format.DecimalMark?[0],
        };

    /// <summary>The chunks of a file in the order of its rows.</summary>
    /// <exception cref="UnreadableFileException">The file breaks off or passes a limit.</exception>
    /// <exception cref="SourceAssertionException">The file breaks an assertion of its source.</exception>
    public async IAsyncEnumerable<SubmissionChunk> ReadAsync(
        Stream file,
        FileFacts facts,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        SourceMap map;
        FileSurvey survey;
        using (RawFile first = FileIntake.Open(file, _submission.FileName, OptionsOf(_source), facts))
        {
            map = new SourceMap(_source, _screening, first.Columns);
            string reporter = _reporterDefault ?? _source.Constants.GetValueOrDefault("reporting_country", "");
            _progress?.Report(new LoadProgress(_submission.FileName, 0, null));
            survey = await FileSurvey
                .OfAsync(
                    first.Rows,
                    _mostRows,
                    _workers,
                    () => new SurveyWorker(map, _lists, reporter),
                    _submission,
                    _targets,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }

        using RawFile second = FileIntake.Open(file, _submission.FileName, OptionsOf(_source), facts);
        Tally.ReadAs = NameMask.OfReading(_screening, second.ReadAs);
        RowWorker[] workers = [.. Enumerable.Range(0, _workers).Select(_ => WorkerOf(map, survey, second.CarriesOrigins))];
        workers[0].DescribeColumns(_issues);
        var assembly = new CaseAssembly(new CaseBuilder(_submission, survey.Mended), survey.References, survey.Used);
        int next = 0;
        await foreach (
            ReadBlock block in InOrder
                .SelectAsync<RowBlock, ReadBlock>(
                    RowBlock.Of(second.Rows, int.MaxValue),
                    workers.Length,
                    () => workers[next++].Read,
                    cancellationToken
                )
                .ConfigureAwait(false)
        )
        {
            Take(block, assembly);
            if (block.RowsRead / RowsPerReport > (block.RowsRead - RowBlock.Size) / RowsPerReport)
                _progress?.Report(new LoadProgress(_submission.FileName, block.RowsRead, survey.Rows));
            yield return Chunk(survey);
        }

        assembly.Complete(_cases, _issues);
        Tally.RowsSkipped += second.SkippedRows;
        Tally.ExactDuplicates = survey.Repeats.Count;
        yield return Chunk(survey);
        AssertionCheck.Hold(_source.Assertions, Tally);
        _progress?.Report(new LoadProgress(_submission.FileName, survey.Rows, survey.Rows));
    }

    private RowWorker WorkerOf(SourceMap map, FileSurvey survey, bool carriesOrigins) =>
        new(
            map,
            _lists,
            _screening,
            new RowNormaliser(map, _lists, survey.Columns, _reporterDefault, _reader),
            survey,
            new CaseBuilder(_submission, survey.Mended),
            _targets.Archive,
            carriesOrigins,
            _serials,
            _tokens
        );

    private void Take(ReadBlock block, CaseAssembly assembly)
    {
        if (block.Archived is { } archived)
            _targets.Archive!.AppendPacked(archived);
        Tally.RowsAccepted += block.RowsAccepted;
        Tally.RowsRejected += block.Rejections.Count;
        Tally.RowsSkipped += block.RowsSkipped;
        Tally.ValuesMasked += block.ValuesMasked;
        _rejections.AddRange(block.Rejections);
        (List<Case> cases, List<Issue> issues) = assembly.Join(block.Cases, block.Issues, block.Waiting);
        _cases.AddRange(cases);
        _issues.AddRange(issues);
    }

    private SubmissionChunk Chunk(FileSurvey survey)
    {
        foreach (Issue issue in _issues)
            Tally.Add(issue);
        foreach (Case found in _cases)
        {
            if (_reporters?.Contains(found.ReportingCountry.Code ?? "") == false)
                throw Unreadable.OtherReporter(found.ReportingCountry.Code ?? "", _reporters);
            Tally.Cases++;
            Tally.Seizures += found.Seizures.Count;
            DateOnly date = found.SeizureDate.Start;
            if (Tally.Earliest is null || date < Tally.Earliest)
                Tally.Earliest = date;
            if (Tally.Latest is null || date > Tally.Latest)
                Tally.Latest = date;
        }

        // The first of a row's seizures finds what was kept of it before.
        string[] replaced =
        [
            .. from found in _cases
            from seizure in found.Seizures
            where survey.Mended.Contains(seizure.Row)
            group seizure.Id by seizure.Row into row
            select row.First(),
        ];
        var chunk = new SubmissionChunk(_cases, _rejections, _issues) { Replaces = replaced, RowsInAll = survey.Rows };
        (_cases, _rejections, _issues) = ([], [], []);
        return chunk;
    }
}
