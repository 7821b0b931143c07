using System;
using System.IO;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace SeizureIntel.Etl.Intake;

/// <summary>Sheets of an Excel 97-2003 workbook, read one after another.</summary>
internal sealed class XlsCursor(IExcelDataReader reader) : IDisposable
{
    private int _sheet;
    private bool _isRead;

    /// <summary>The reader before the first row of a sheet, counted from 0.</summary>
    public IExcelDataReader At(int sheet)
    {
        if (sheet < _sheet || (sheet == _sheet && _isRead))
        {
            Guarded(reader.Reset);
            _sheet = 0;
        }

        _isRead = false;
        for (; _sheet < sheet; _sheet++)
            Guarded(() => reader.NextResult());
        return reader;
    }

    /// <summary>Goes on to the next row of the sheet; false at its end.</summary>
    public bool Read()
    {
        _isRead = true;
        bool isRow = false;
        Guarded(() => isRow = reader.Read());
        return isRow;
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Whether a problem is that of a damaged file: it breaks the library in many ways, and none of them is ours.</summary>
    public static bool IsDamage(Exception problem) =>
        problem
            is ExcelReaderException
                or InvalidDataException
                or EndOfStreamException
                or ArgumentException
                or IndexOutOfRangeException
                or InvalidOperationException
                or FormatException
                or OverflowException
                or NotSupportedException;

    private static void Guarded(Action read)
    {
        try
        {
            read();
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            throw new InvalidDataException("The workbook is damaged.", problem);
        }
    }
}
