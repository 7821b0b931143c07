using System;
using System.Buffers.Binary;
using System.IO;
using System.Security.Cryptography;

namespace SeizureIntel.App.Api.Uploads;

/// <summary>Blocks on disk that nobody can read once this process is gone: encrypted, in a file that has no name.</summary>
/// <remarks>The key is drawn for this file and stands in memory alone. A block is sealed once and never again, so its number is a nonce that does not
/// repeat (AES-GCM, NIST SP 800-38D, 8.2.1).</remarks>
internal sealed class SealedFile : IDisposable
{
    private const int TagBytes = 16;
    private const int NonceBytes = 12;
    private const int KeyBytes = 32;

    private readonly int _blockBytes;
    private readonly FileStream _file;
    private readonly AesGcm _cipher;
    private readonly byte[] _sealed;
    private int _blocks;

    /// <summary>Opens the file and takes its name away before anything is written.</summary>
    /// <param name="folder">Where it is opened.</param>
    /// <param name="blockBytes">Size of each block but the last.</param>
    public SealedFile(string folder, int blockBytes)
    {
        _blockBytes = blockBytes;
        _sealed = new byte[blockBytes + TagBytes];
        _file = OpenNameless(folder);
        byte[] key = RandomNumberGenerator.GetBytes(KeyBytes);
        _cipher = new AesGcm(key, TagBytes);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>Seals the next block; only the last one may be shorter.</summary>
    public void Append(ReadOnlySpan<byte> block)
    {
        Span<byte> written = _sealed.AsSpan(0, block.Length + TagBytes);
        _cipher.Encrypt(Nonce(_blocks), block, written[..block.Length], written[block.Length..]);
        RandomAccess.Write(_file.SafeFileHandle, written, OffsetOf(_blocks));
        _blocks++;
    }

    /// <summary>Opens a block.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="block">Receives it; as long as the block.</param>
    /// <exception cref="EndOfStreamException">The file is shorter than it was written.</exception>
    /// <exception cref="AuthenticationTagMismatchException">Its bytes were changed on disk.</exception>
    public void Read(int number, Span<byte> block)
    {
        Span<byte> read = _sealed.AsSpan(0, block.Length + TagBytes);
        int filled = 0;
        while (filled < read.Length)
        {
            int more = RandomAccess.Read(_file.SafeFileHandle, read[filled..], OffsetOf(number) + filled);
            if (more == 0)
                throw new EndOfStreamException("The file that an upload waits in is shorter than it was written.");
            filled += more;
        }

        _cipher.Decrypt(Nonce(number), read[..block.Length], read[block.Length..], block);
    }

    public void Dispose()
    {
        _cipher.Dispose();
        _file.Dispose();
    }

    // Windows keeps a name until the last handle is closed and refuses it to everybody else; the system closes all handles of a process that ends.
    private static FileStream OpenNameless(string folder)
    {
        string path = Path.Combine(folder, Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        try
        {
            File.Delete(path);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        return file;
    }

    private static byte[] Nonce(int number)
    {
        byte[] nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteInt32LittleEndian(nonce, number);
        return nonce;
    }

    private long OffsetOf(int number) => (long)number * (_blockBytes + TagBytes);
}
