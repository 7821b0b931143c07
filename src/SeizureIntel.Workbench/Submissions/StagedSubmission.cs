using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Submissions;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>Takes the cases of one submission to the index while the store writes them, so that they need not be read again; where that cannot be done,
/// or goes wrong, they wait in the outbox as ever.</summary>
/// <param name="index">What is fed.</param>
/// <param name="outbox">Holds the submission's batches until the index has them.</param>
/// <param name="tagged">What becomes of cases before they are fed.</param>
/// <param name="log">Takes what an operator should know.</param>
internal sealed class StagedSubmission(
    ISeizureIndex index,
    IOutbox outbox,
    Func<IReadOnlyList<Case>, IReadOnlyList<Case>> tagged,
    ILogger log
) : IAsyncDisposable
{
    // Blocks of some hundred rows: enough for neither side to wait for the other at once.
    private const int ChunksAhead = 8;

    private readonly Channel<IReadOnlyList<Case>> _cases = Channel.CreateBounded<IReadOnlyList<Case>>(
        new BoundedChannelOptions(ChunksAhead) { SingleReader = true, SingleWriter = true }
    );
    private readonly CancellationTokenSource _stop = new();
    private StagedCases? _staged;
    private int _seizures;
    private Task _passing = Task.CompletedTask;
    private volatile bool _isGivenUp;

    // What the store learned with the last chunk.
    private bool _isHeld;

    /// <summary>The chunks as they came; the store has written one once it asks for the next.</summary>
    public async IAsyncEnumerable<SubmissionChunk> Along(
        IAsyncEnumerable<SubmissionChunk> chunks,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        bool isFirst = true;
        await foreach (SubmissionChunk chunk in chunks.WithCancellation(cancellationToken))
        {
            // What takes the place of other rows comes to the index after them.
            if (chunk.Replaces.Count > 0)
                await GiveUpAsync();
            // Within the store's transaction: who holds the index never waits for the store.
            else if (isFirst)
                await BeginAsync(chunk.RowsInAll, cancellationToken);
            isFirst = false;
            _isHeld = _staged is not null && !_isGivenUp;
            yield return _isHeld ? chunk with { IsStaged = true } : chunk;
            if (_isHeld && chunk.Cases.Count > 0)
                await _cases.Writer.WriteAsync(chunk.Cases, cancellationToken);
        }

        _cases.Writer.TryComplete();
    }

    /// <summary>Makes the seizures of the committed submission searchable, or leaves them to the outbox.</summary>
    /// <param name="submissionId">The submission.</param>
    /// <param name="progress">Told how many are searchable now; null for nobody.</param>
    /// <param name="cancellationToken">Leaves them to the outbox when signalled.</param>
    public async Task PublishAsync(string submissionId, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        if (!_isHeld)
            return;
        await _passing;
        bool isFed = false;
        try
        {
            if (!_isGivenUp)
            {
                await _staged!.PublishAsync(cancellationToken);
                isFed = true;
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.NotStaged(problem.Message);
        }
        finally
        {
            await _staged!.DisposeAsync();
            await outbox.EndStagedAsync(submissionId, isFed, CancellationToken.None);
        }

        if (isFed)
            progress?.Report(_seizures);
    }

    /// <summary>Takes back what was not published.</summary>
    public async ValueTask DisposeAsync()
    {
        await GiveUpAsync();
        _stop.Dispose();
    }

    private async Task BeginAsync(int rows, CancellationToken cancellationToken)
    {
        try
        {
            _staged = await index.StageAsync(rows, cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.NotStaged(problem.Message);
        }

        if (_staged is { } staged)
            _passing = Task.Run(() => PassAsync(staged), CancellationToken.None);
    }

    private async Task PassAsync(StagedCases staged)
    {
        try
        {
            await foreach (IReadOnlyList<Case> cases in _cases.Reader.ReadAllAsync(_stop.Token))
            {
                foreach (Case each in cases)
                    _seizures += each.Seizures.Count;
                await staged.AddAsync(tagged(cases), _stop.Token);
            }

            await staged.CompleteAsync(_stop.Token);
        }
        catch (Exception problem)
        {
            _isGivenUp = true;
            if (problem is not OperationCanceledException)
                log.NotStaged(problem.Message);
            // Others wait for the index no longer.
            await staged.DisposeAsync();
            // Whoever reads the file does not wait for what nobody takes.
            while (await _cases.Reader.WaitToReadAsync())
                _cases.Reader.TryRead(out _);
        }
    }

    private async Task GiveUpAsync()
    {
        _isGivenUp = true;
        await _stop.CancelAsync();
        _cases.Writer.TryComplete();
        await _passing;
        if (_staged is not null)
            await _staged.DisposeAsync();
    }
}
