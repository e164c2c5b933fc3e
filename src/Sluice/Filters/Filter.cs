using System.Text.Json.Serialization;

namespace Sluice;

/// <summary>
/// A condition on objects. A connector translates it with a <see cref="FilterVisitor{TResult}"/>, or lets the facade evaluate it with
/// <see cref="Matches"/>. Every comparison is false on an attribute that is absent, null or an empty list; on several values it is true when one fulfils it.
/// </summary>
[JsonConverter(typeof(ConnectorJsonConverter))]
public abstract class Filter
{
    private protected Filter()
    {
    }

    /// <summary>The attribute has this value.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="value">One value; numbers of different types and points in time with different offsets may be equal, texts only exactly.</param>
    public static Filter Equal(string attribute, object value) => new EqualsFilter(attribute, value);

    /// <summary>The object with this uid.</summary>
    /// <param name="uid">The uid.</param>
    public static Filter ByUid(Uid uid) => new EqualsFilter(AttributeNames.Uid, uid.Value);

    /// <summary>The objects with this name.</summary>
    /// <param name="name">The name.</param>
    public static Filter ByName(Name name) => new EqualsFilter(AttributeNames.Name, name.Value);

    /// <summary>The attribute's text contains this one.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="text">The text, compared exactly.</param>
    public static Filter Contains(string attribute, string text) => new ContainsFilter(attribute, text);

    /// <summary>The attribute's text starts with this one.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="text">The text, compared exactly.</param>
    public static Filter StartsWith(string attribute, string text) => new StartsWithFilter(attribute, text);

    /// <summary>The attribute's text ends with this one.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="text">The text, compared exactly.</param>
    public static Filter EndsWith(string attribute, string text) => new EndsWithFilter(attribute, text);

    /// <summary>The attribute is greater than this value; texts compare ordinally.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="value">One value.</param>
    public static Filter GreaterThan(string attribute, object value) => new GreaterThanFilter(attribute, value);

    /// <summary>The attribute is greater than this value or equal to it.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="value">One value.</param>
    public static Filter GreaterThanOrEqual(string attribute, object value) => new GreaterThanOrEqualFilter(attribute, value);

    /// <summary>The attribute is less than this value; texts compare ordinally.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="value">One value.</param>
    public static Filter LessThan(string attribute, object value) => new LessThanFilter(attribute, value);

    /// <summary>The attribute is less than this value or equal to it.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="value">One value.</param>
    public static Filter LessThanOrEqual(string attribute, object value) => new LessThanOrEqualFilter(attribute, value);

    /// <summary>The attribute has all of these values, and possibly others.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="values">The values, at least one.</param>
    public static Filter ContainsAll(string attribute, params IEnumerable<object> values) => new ContainsAllFilter(attribute, values);

    /// <summary>The attribute has at least one value.</summary>
    /// <param name="attribute">The attribute's name.</param>
    public static Filter Present(string attribute) => new PresentFilter(attribute);

    /// <summary>All of the filters hold.</summary>
    /// <param name="filters">The filters, at least one.</param>
    public static Filter And(params IEnumerable<Filter> filters) => new AndFilter(filters);

    /// <summary>At least one of the filters holds.</summary>
    /// <param name="filters">The filters, at least one.</param>
    public static Filter Or(params IEnumerable<Filter> filters) => new OrFilter(filters);

    /// <summary>The filter does not hold.</summary>
    /// <param name="filter">The filter.</param>
    public static Filter Not(Filter filter) => new NotFilter(filter);

    /// <summary>Both filters hold.</summary>
    /// <param name="left">One filter.</param>
    /// <param name="right">The other.</param>
    public static Filter operator &(Filter left, Filter right) => And(left, right);

    /// <summary>One of the filters holds, or both.</summary>
    /// <param name="left">One filter.</param>
    /// <param name="right">The other.</param>
    public static Filter operator |(Filter left, Filter right) => Or(left, right);

    /// <summary>The filter does not hold.</summary>
    /// <param name="filter">The filter.</param>
    public static Filter operator !(Filter filter) => Not(filter);

    /// <summary>Lets a visitor see this filter as what it is.</summary>
    /// <typeparam name="TResult">What the visitor makes of it.</typeparam>
    /// <param name="visitor">The visitor.</param>
    public abstract TResult Accept<TResult>(FilterVisitor<TResult> visitor);

    /// <summary>Whether an object fulfils the filter.</summary>
    /// <param name="source">The object, or whatever else has attributes.</param>
    public abstract bool Matches(IAttributeSource source);

    /// <summary>Adds the names of the attributes that <see cref="Matches"/> reads.</summary>
    internal abstract void AddAttributes(List<string> names);
}
