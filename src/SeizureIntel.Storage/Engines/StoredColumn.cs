using System;
using System.Reflection;

namespace SeizureIntel.Storage.Engines;

/// <summary>One column of a table: how a row's property goes into it and comes out of it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Write">Sets the column of a sink from a row; nothing for null.</param>
/// <param name="Read">Sets the row's property from the column of a source.</param>
internal sealed record StoredColumn<TRow>(string Name, Action<RowSink, int, TRow> Write, Action<RowSource, int, TRow> Read)
{
    /// <summary>The column of a property.</summary>
    /// <exception cref="NotSupportedException">The property's type has no column type here.</exception>
    public static StoredColumn<TRow> Of(string name, PropertyInfo property)
    {
        Type type = property.PropertyType;
        if (type == typeof(string))
            return Text(name, property);
        if (type == typeof(long))
            return Whole(name, property);
        if (type == typeof(long?))
            return WholeOrNull(name, property);
        if (type == typeof(int))
            return Small(name, property);
        if (type == typeof(bool))
            return Flag(name, property);
        if (type == typeof(double))
            return Real(name, property);
        if (type == typeof(double?))
            return RealOrNull(name, property);
        if (type == typeof(decimal?))
            return ExactOrNull(name, property);
        if (type == typeof(DateOnly))
            return Day(name, property);
        if (type == typeof(DateOnly?))
            return DayOrNull(name, property);
        if (type == typeof(DateTime))
            return Moment(name, property);
        if (type == typeof(DateTime?))
            return MomentOrNull(name, property);
        throw new NotSupportedException(
            $"Property {property.Name} is a {type.Name}; a row holds strings, numbers, dates and truth values."
        );
    }

    private static StoredColumn<TRow> Text(string name, PropertyInfo property)
    {
        (Func<TRow, string?> get, Action<TRow, string?> set) = Accessors<string?>(property);
        return new(
            name,
            (sink, at, row) =>
            {
                if (get(row) is { } value)
                    sink.Text(at, value);
            },
            (source, at, row) => set(row, source.IsNull(at) ? null : source.Text(at))
        );
    }

    private static StoredColumn<TRow> Whole(string name, PropertyInfo property)
    {
        (Func<TRow, long> get, Action<TRow, long> set) = Accessors<long>(property);
        return new(name, (sink, at, row) => sink.Integer(at, get(row)), (source, at, row) => set(row, source.Integer(at)));
    }

    private static StoredColumn<TRow> WholeOrNull(string name, PropertyInfo property)
    {
        (Func<TRow, long?> get, Action<TRow, long?> set) = Accessors<long?>(property);
        return new(
            name,
            (sink, at, row) =>
            {
                if (get(row) is { } value)
                    sink.Integer(at, value);
            },
            (source, at, row) => set(row, source.IsNull(at) ? null : source.Integer(at))
        );
    }

    private static StoredColumn<TRow> Small(string name, PropertyInfo property)
    {
        (Func<TRow, int> get, Action<TRow, int> set) = Accessors<int>(property);
        return new(name, (sink, at, row) => sink.Integer(at, get(row)), (source, at, row) => set(row, (int)source.Integer(at)));
    }

    private static StoredColumn<TRow> Flag(string name, PropertyInfo property)
    {
        (Func<TRow, bool> get, Action<TRow, bool> set) = Accessors<bool>(property);
        return new(name, (sink, at, row) => sink.Integer(at, get(row) ? 1 : 0), (source, at, row) => set(row, source.Integer(at) != 0));
    }

    private static StoredColumn<TRow> Real(string name, PropertyInfo property)
    {
        (Func<TRow, double> get, Action<TRow, double> set) = Accessors<double>(property);
        return new(name, (sink, at, row) => sink.Real(at, get(row)), (source, at, row) => set(row, source.Real(at)));
    }

    private static StoredColumn<TRow> RealOrNull(string name, PropertyInfo property)
    {
        (Func<TRow, double?> get, Action<TRow, double?> set) = Accessors<double?>(property);
        return new(
            name,
            (sink, at, row) =>
            {
                if (get(row) is { } value)
                    sink.Real(at, value);
            },
            (source, at, row) => set(row, source.IsNull(at) ? null : source.Real(at))
        );
    }

    private static StoredColumn<TRow> ExactOrNull(string name, PropertyInfo property)
    {
        (Func<TRow, decimal?> get, Action<TRow, decimal?> set) = Accessors<decimal?>(property);
        return new(
            name,
            (sink, at, row) =>
            {
                if (get(row) is { } value)
                    sink.Exact(at, value);
            },
            (source, at, row) => set(row, source.IsNull(at) ? null : source.Exact(at))
        );
    }

    private static StoredColumn<TRow> Day(string name, PropertyInfo property)
    {
        (Func<TRow, DateOnly> get, Action<TRow, DateOnly> set) = Accessors<DateOnly>(property);
        return new(name, (sink, at, row) => sink.Day(at, get(row)), (source, at, row) => set(row, source.Day(at)));
    }

    private static StoredColumn<TRow> DayOrNull(string name, PropertyInfo property)
    {
        (Func<TRow, DateOnly?> get, Action<TRow, DateOnly?> set) = Accessors<DateOnly?>(property);
        return new(
            name,
            (sink, at, row) =>
            {
                if (get(row) is { } value)
                    sink.Day(at, value);
            },
            (source, at, row) => set(row, source.IsNull(at) ? null : source.Day(at))
        );
    }

    private static StoredColumn<TRow> Moment(string name, PropertyInfo property)
    {
        (Func<TRow, DateTime> get, Action<TRow, DateTime> set) = Accessors<DateTime>(property);
        return new(name, (sink, at, row) => sink.Moment(at, get(row)), (source, at, row) => set(row, source.Moment(at)));
    }

    private static StoredColumn<TRow> MomentOrNull(string name, PropertyInfo property)
    {
        (Func<TRow, DateTime?> get, Action<TRow, DateTime?> set) = Accessors<DateTime?>(property);
        return new(
            name,
            (sink, at, row) =>
            {
                if (get(row) is { } value)
                    sink.Moment(at, value);
            },
            (source, at, row) => set(row, source.IsNull(at) ? null : source.Moment(at))
        );
    }

    private static (Func<TRow, TValue> Get, Action<TRow, TValue> Set) Accessors<TValue>(PropertyInfo property) =>
        (property.GetMethod!.CreateDelegate<Func<TRow, TValue>>(), property.SetMethod!.CreateDelegate<Action<TRow, TValue>>());
}
