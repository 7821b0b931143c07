using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Workbench.Studies.Kept;

/// <summary>Results of studies by what was asked and of which data: the newest in memory, more of them in a folder that every process of the data
/// folder uses.</summary>
/// <remarks>Nothing here is the truth: a file that is broken, foreign or cannot be written is passed over, and the folder may be deleted at any time.</remarks>
/// <param name="folder">The folder; made when first needed. Null to keep results in memory only.</param>
/// <param name="mostBytes">Most bytes of all files together; the oldest go first.</param>
public sealed class StudyCache(string? folder, long mostBytes = StudyCache.MostBytes)
{
    private const long MostBytes = 64 << 20;
    private const int MostInMemory = 32;
    private const int NameDigits = 40;

    private readonly Lock _state = new();
    private readonly Dictionary<string, StudyResult> _newest = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private int _written;

    /// <summary>The result kept under a key; null where there is none.</summary>
    public StudyResult? Find(string key)
    {
        lock (_state)
        {
            if (_newest.TryGetValue(key, out StudyResult? known))
                return known;
        }

        if (Read(key) is not { } kept)
            return null;
        Remember(key, kept);
        return kept;
    }

    /// <summary>Keeps a result; an older one under the same key is replaced.</summary>
    public void Keep(string key, StudyResult result)
    {
        Remember(key, result);
        if (folder is null)
            return;
        string path = PathOf(key),
            passing = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref _written)}");
        try
        {
            Directory.CreateDirectory(folder);
            using (FileStream file = File.Create(passing))
                JsonSerializer.Serialize(file, new KeptStudy(key, result), KeptStudyJson.Default.KeptStudy);

            // Readers see the old file or the whole new one.
            File.Move(passing, path, overwrite: true);
            DropOldest(path);
        }
        catch (Exception unkept) when (unkept is IOException or UnauthorizedAccessException)
        {
            // A full or protected disk costs time the next time, no answer.
            Delete(passing);
        }
    }

    /// <summary>Forgets every result, in memory and in the folder.</summary>
    public void Clear()
    {
        lock (_state)
        {
            _newest.Clear();
            _order.Clear();
        }

        if (folder is null || !Directory.Exists(folder))
            return;
        foreach (string file in Directory.EnumerateFiles(folder))
            Delete(file);
    }

    private StudyResult? Read(string key)
    {
        if (folder is null)
            return null;
        try
        {
            // Whole: of a stream, each value with a converter of its own is looked through twice.
            KeptStudy? kept = JsonSerializer.Deserialize(File.ReadAllBytes(PathOf(key)), KeptStudyJson.Default.KeptStudy);
            return kept?.Key == key ? kept.Result : null;
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            return null;
        }
    }

    private void Remember(string key, StudyResult result)
    {
        lock (_state)
        {
            if (!_newest.TryAdd(key, result))
            {
                _newest[key] = result;
                return;
            }

            _order.Enqueue(key);
            if (_order.Count > MostInMemory)
                _newest.Remove(_order.Dequeue());
        }
    }

    // What a process that broke off left behind is among the oldest one day.
    private void DropOldest(string newest)
    {
        FileInfo[] files =
        [
            .. new DirectoryInfo(folder!).GetFiles().OrderByDescending(f => f.FullName == newest).ThenByDescending(f => f.LastWriteTimeUtc),
        ];
        long bytes = 0;
        foreach (FileInfo file in files)
        {
            bytes += file.Length;
            if (bytes > mostBytes && file.FullName != newest)
                Delete(file.FullName);
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // Another process deletes or reads it; it goes next time.
        }
    }

    private string PathOf(string key) =>
        Path.Combine(folder!, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..NameDigits] + ".json");
}
