using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Quality;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Ports;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Takes files in: the one way from bytes to stored seizures, for command line and API alike.</summary>
/// <param name="store">The truth.</param>
/// <param name="archive">Keeps the screened rows.</param>
/// <param name="lists">The code lists.</param>
/// <param name="screening">The words that give personal data away.</param>
/// <param name="sources">The reporting formats known, and what is suggested for others.</param>
/// <param name="time">The clock.</param>
/// <param name="reader">Reads the accounts of sources that fill fields by them; null where no account is read.</param>
/// <param name="serials">Hashes serial numbers; null where they are counted and dropped.</param>
/// <param name="tokens">Makes tokens of the numbers of containers and vessels; null for none.</param>
public sealed class SubmissionLoader(
    ISubmissionStore store,
    ISubmissionArchive archive,
    CodeListSet lists,
    ScreeningLists screening,
    SourceChoice sources,
    TimeProvider time,
    ITextReader? reader = null,
    SerialHash? serials = null,
    NumberTokens? tokens = null
)
{
    // Enough for reading and storing to overlap; more would only fill the memory.
    private const int ChunksAhead = 2;

    // More rows than a person mends by hand; the counts say how many there are.
    private const int MostRefusedRows = 500;

    // More than the store can keep up with would only take memory.
    private const int MostWorkers = 4;

    /// <summary>How many take rows at once; what comes out is the same for any number.</summary>
    internal int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, MostWorkers);

    /// <summary>Takes one file in, as a whole or not at all.</summary>
    /// <param name="request">The file.</param>
    /// <param name="progress">Told now and then how far it has come; null for nobody.</param>
    /// <param name="cancellationToken">Leaves nothing behind when signalled.</param>
    /// <returns>What became of it; a file that cannot be taken is a report with <see cref="SubmissionStatus.Refused"/>, not an exception.</returns>
    /// <exception cref="ArgumentException">The stream cannot seek, or the default reporter is no country.</exception>
    public async Task<LoadReport> LoadAsync(LoadRequest request, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.File.CanSeek)
            throw new ArgumentException("A stream that can seek is needed.", nameof(request));
        string? reporter = ReporterOf(request.ReporterDefault);
        long started = time.GetTimestamp();
        request.File.Position = 0;
        string sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(request.File, cancellationToken).ConfigureAwait(false));
        Submission submission = SubmissionOf(request, sha256, request.SourceName ?? "");
        try
        {
            SourceDescription source = await sources.ForAsync(request, cancellationToken).ConfigureAwait(false);
            submission = SubmissionOf(request, sha256, source.Name);
            // Whoever sent them: the same bytes are kept once.
            if (await store.FindSubmissionAsync(Reader.Owner, sha256, source.Name, cancellationToken).ConfigureAwait(false) is { } earlier)
                return earlier with { Status = SubmissionStatus.AlreadyReceived };
            return await TakeAsync(request, source, submission, reporter, started, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (AlreadyKeptException) when (!request.IsDryRun)
        {
            // Another process was faster with the same bytes.
            LoadReport kept = await store
                .FindSubmissionAsync(Reader.Owner, sha256, submission.Source, cancellationToken)
                .ConfigureAwait(false)
                ?? throw new InvalidOperationException($"Submission {submission.Id} is kept, yet the store does not find it.");
            return kept with { Status = SubmissionStatus.AlreadyReceived };
        }
        catch (UnreadableFileException problem)
        {
            return Refused(submission, started, problem.Code, $"{problem.Message} {problem.Hint}");
        }
        catch (SourceAssertionException problem)
        {
            return Refused(submission, started, "source_assertion", problem.Message);
        }
    }

    private async Task<LoadReport> TakeAsync(
        LoadRequest request,
        SourceDescription source,
        Submission submission,
        string? reporter,
        long started,
        IProgress<LoadProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArchiveEntry? entry = null;
        try
        {
            if (!request.IsDryRun)
            {
                using RawFile header = FileIntake.Open(
                    request.File,
                    submission.FileName,
                    SubmissionPipeline.OptionsOf(source),
                    request.Facts
                );
                IReadOnlyList<string> columns = NameMask.OfColumns(screening, header.Columns);
                entry = archive.Create(submission, header.CarriesOrigins ? [.. columns, .. RefusedColumns.Kept] : columns);
            }

            var pipeline = new SubmissionPipeline(
                source,
                lists,
                screening,
                submission,
                reporter,
                new LoadTargets(store, entry),
                progress,
                request.MostRows ?? int.MaxValue,
                request.Reporters,
                Workers,
                reader,
                serials,
                tokens
            );
            LoadReport Report() =>
                pipeline.Tally.Report(submission, SubmissionStatus.Loaded, time.GetElapsedTime(started).TotalSeconds, null);
            if (request.IsDryRun)
            {
                // A dry run judges every row and keeps none: what it refused is told here or nowhere.
                var refused = new List<Rejection>();
                await foreach (
                    SubmissionChunk chunk in pipeline.ReadAsync(request.File, request.Facts, cancellationToken).ConfigureAwait(false)
                )
                    refused.AddRange(chunk.Rejections.Take(MostRefusedRows - refused.Count));

                return Report() with
                {
                    RefusedRows = refused,
                };
            }

            await SaveAsync(pipeline, request, submission, entry!, Report, cancellationToken).ConfigureAwait(false);
            return Report();
        }
        finally
        {
            if (entry is not null)
                await entry.DisposeAsync().ConfigureAwait(false);
        }
    }

    // Reading runs ahead of storing by a few chunks, so that each has a core of its own.
    private async Task SaveAsync(
        SubmissionPipeline pipeline,
        LoadRequest request,
        Submission submission,
        ArchiveEntry entry,
        Func<LoadReport> report,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var chunks = Channel.CreateBounded<SubmissionChunk>(
            new BoundedChannelOptions(ChunksAhead) { SingleReader = true, SingleWriter = true }
        );
        Task reading = Task.Run(() => ReadAheadAsync(pipeline, request, entry, chunks.Writer, stop.Token), CancellationToken.None);
        try
        {
            IAsyncEnumerable<SubmissionChunk> read = chunks.Reader.ReadAllAsync(cancellationToken);
            await store
                .SaveSubmissionAsync(submission, request.Along?.Invoke(read, cancellationToken) ?? read, report, cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            // The reader must have let go of file and archive before they are closed, whatever the store did.
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    private static async Task ReadAheadAsync(
        SubmissionPipeline pipeline,
        LoadRequest request,
        ArchiveEntry entry,
        ChannelWriter<SubmissionChunk> chunks,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await foreach (
                SubmissionChunk chunk in pipeline.ReadAsync(request.File, request.Facts, cancellationToken).ConfigureAwait(false)
            )
                await chunks.WriteAsync(chunk, cancellationToken).ConfigureAwait(false);
            // Before the commit: a stored submission always has its archive. An archive without a submission is overwritten by the next attempt.
            await entry.CompleteAsync(cancellationToken).ConfigureAwait(false);
            chunks.Complete();
        }
        catch (Exception problem)
        {
            chunks.Complete(problem);
        }
    }

    private string? ReporterOf(string? stated)
    {
        if (stated is null)
            return null;
        return lists["countries"].Find(stated)?.Value
            ?? throw new ArgumentException($"'{stated}' is no country of the code list.", nameof(stated));
    }

    private Submission SubmissionOf(LoadRequest request, string sha256, string source) =>
        new(
            Identifier.Of(sha256 + "\n" + source),
            NameMask.OfFile(screening, request.FileName),
            source,
            sha256,
            request.File.Length,
            time.GetUtcNow(),
            request.SentBy,
            request.RequestKey
        );

    private LoadReport Refused(Submission submission, long started, string code, string error) =>
        new LoadTally().Report(submission, SubmissionStatus.Refused, time.GetElapsedTime(started).TotalSeconds, error) with
        {
            ErrorCode = code,
        };
}
