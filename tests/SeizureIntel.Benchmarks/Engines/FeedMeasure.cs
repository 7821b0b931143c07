using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Cases;
using SeizureIntel.Readers;
using SeizureIntel.Search.Elasticsearch;
using SeizureIntel.Search.Settings;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;

namespace SeizureIntel.Benchmarks.Engines;

/// <summary>What one way of feeding did.</summary>
/// <param name="DocumentsASecond">Seizures a second until all can be found.</param>
/// <param name="ProcessorSeconds">Processor time of the sender.</param>
internal sealed record FeedRate(double DocumentsASecond, double ProcessorSeconds);

/// <summary>The ways beside each other.</summary>
/// <param name="Documents">Seizures fed each time.</param>
/// <param name="Bytes">Bytes sent each time.</param>
/// <param name="Rounds">Times that each way was taken.</param>
/// <param name="Ours">The product, from cases in memory into a new index.</param>
/// <param name="Bare">The same bytes, rendered before, over plain HTTP.</param>
/// <param name="Intake">The product as intake feeds: a batch at a time, each searchable before the next.</param>
internal sealed record FeedFigures(int Documents, long Bytes, int Rounds, FeedRate Ours, FeedRate Bare, FeedRate Intake)
{
    /// <summary>Ours against the bare loader.</summary>
    public double Ratio => Ours.DocumentsASecond / Bare.DocumentsASecond;

    /// <summary>Ours by intake's batches against the bare loader, which makes nothing searchable before its end.</summary>
    public double IntakeRatio => Intake.DocumentsASecond / Bare.DocumentsASecond;
}

/// <summary>Feeds the same seizures by turns: the product, and a loader that only sends.</summary>
internal static class FeedMeasure
{
    private const int MostDocuments = 100_000;
    private const int WarmDocuments = 20_000;
    private const int Rounds = 3;
    private const int BatchCases = 8192;

    public static async Task<FeedFigures> RunAsync(BenchmarkFolder folder, BenchmarkCluster cluster, CancellationToken stop)
    {
        List<Case> cases = await ReadAsync(folder.Folder, stop);
        int documents = cases.Sum(c => c.Seizures.Count);
        // Both programs run before they are measured.
        await OursAsync(folder, cluster, Take(cases, WarmDocuments), stop);
        await BareAsync(cluster, Take(cases, WarmDocuments), stop);
        var ours = new List<FeedRate>();
        var bare = new List<FeedRate>();
        var intake = new List<FeedRate>();
        long bytes = 0;
        for (int round = 0; round < Rounds; round++)
        {
            ours.Add(await OursAsync(folder, cluster, cases, stop));
            (FeedRate rate, bytes) = await BareAsync(cluster, cases, stop);
            bare.Add(rate);
            intake.Add(await IntakeAsync(folder, cluster, cases, stop));
        }

        return new FeedFigures(documents, bytes, Rounds, Median(ours), Median(bare), Median(intake));
    }

    private static async Task<List<Case>> ReadAsync(string data, CancellationToken stop)
    {
        Store store = StoreEngine.Open(data, new StorageOptions(), TimeProvider.System, null);
        var cases = new List<Case>();
        int documents = 0;
        await foreach (IReadOnlyList<Case> batch in store.Submissions.ReadAllAsync(Reader.Owner, stop))
        {
            cases.AddRange(batch);
            documents += batch.Sum(c => c.Seizures.Count);
            if (documents >= MostDocuments)
                break;
        }

        return cases;
    }

    private static Task<FeedRate> OursAsync(
        BenchmarkFolder folder,
        BenchmarkCluster cluster,
        IReadOnlyList<Case> cases,
        CancellationToken stop
    ) => FedAsync(folder, cluster, cases, index => index.RebuildAsync(Batches(cases), stop), stop);

    private static Task<FeedRate> IntakeAsync(
        BenchmarkFolder folder,
        BenchmarkCluster cluster,
        IReadOnlyList<Case> cases,
        CancellationToken stop
    ) =>
        FedAsync(
            folder,
            cluster,
            cases,
            async index =>
            {
                foreach (Case[] batch in cases.Chunk(BatchCases))
                    await index.FeedUnmovedAsync(batch, stop);
            },
            stop
        );

    private static async Task<FeedRate> FedAsync(
        BenchmarkFolder folder,
        BenchmarkCluster cluster,
        IReadOnlyList<Case> cases,
        Func<ElasticsearchIndex, Task> feed,
        CancellationToken stop
    )
    {
        ElasticsearchOptions options = cluster.NewOptions();
        using ElasticsearchIndex index = BenchmarkCluster.Open(options, folder.CodeLists);
        FeedRate rate = await TimedAsync(cases, () => feed(index));
        await cluster.DropAsync(options.Prefix, stop);
        return rate;
    }

    private static async Task<(FeedRate Rate, long Bytes)> BareAsync(
        BenchmarkCluster cluster,
        IReadOnlyList<Case> cases,
        CancellationToken stop
    )
    {
        ElasticsearchOptions options = cluster.NewOptions();
        string generation = options.Prefix + "-seizures-bare";
        List<byte[]> bodies = Rendered(cases, generation, options.BulkBytes);
        FeedRate rate = await TimedAsync(cases, async () =>
        {
            foreach (int year in cases.Select(c => c.SeizureDate.Start.Year).Distinct())
                await cluster.AskAsync(HttpMethod.Put, Indices.Of(generation, year), SeizureMapping.Index(options, isBuilding: true), stop);
            await Parallel.ForEachAsync(
                bodies,
                new ParallelOptions { MaxDegreeOfParallelism = options.BulkRequests, CancellationToken = stop },
                async (body, each) => await cluster.SendAsync(body, each)
            );
            await cluster.AskAsync(HttpMethod.Post, $"{generation}-*/_refresh", null, stop);
        });
        await cluster.DropAsync(options.Prefix, stop);
        return (rate, bodies.Sum(b => (long)b.Length));
    }

    private static List<byte[]> Rendered(IReadOnlyList<Case> cases, string generation, int bulkBytes)
    {
        var bodies = new List<byte[]>();
        using var document = new SeizureDocument();
        var buffer = new ArrayBufferWriter<byte>(bulkBytes + bulkBytes / 4);
        long received = 0;
        foreach (Case one in cases)
        {
            foreach (Seizure seizure in one.Seizures)
                new BulkAction(Indices.Of(generation, one.SeizureDate.Start.Year), seizure.Id, one, seizure, received++).Write(
                    buffer,
                    document
                );
            if (buffer.WrittenCount < bulkBytes)
                continue;
            bodies.Add(buffer.WrittenSpan.ToArray());
            buffer.ResetWrittenCount();
        }

        if (buffer.WrittenCount > 0)
            bodies.Add(buffer.WrittenSpan.ToArray());
        return bodies;
    }

    private static async IAsyncEnumerable<IReadOnlyList<Case>> Batches(IReadOnlyList<Case> cases)
    {
        await Task.CompletedTask;
        foreach (Case[] batch in cases.Chunk(BatchCases))
            yield return batch;
    }

    private static List<Case> Take(List<Case> cases, int documents)
    {
        int sum = 0;
        return [.. cases.TakeWhile(c => (sum += c.Seizures.Count) <= documents)];
    }

    private static async Task<FeedRate> TimedAsync(IReadOnlyList<Case> cases, Func<Task> feed)
    {
        int documents = cases.Sum(c => c.Seizures.Count);
        GC.Collect();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = TimeProvider.System.GetTimestamp();
        await feed();
        return new FeedRate(
            documents / TimeProvider.System.GetElapsedTime(start).TotalSeconds,
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds
        );
    }

    private static FeedRate Median(IReadOnlyList<FeedRate> rates) => rates.OrderBy(r => r.DocumentsASecond).ElementAt(rates.Count / 2);
}
