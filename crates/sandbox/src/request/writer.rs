//! Writes JSON as serde_json does, byte for byte, and faster: of a character, which most answers hold, the names of fields
//! are most. They are plain by nature, so nobody looks for what must be escaped in them, and a text is looked through at
//! once. What is rare is left to serde_json.
//!
//! Bytes, which no wire struct has, are JSON that is [written](super::Written) already.

use std::io::Write;

use serde::{
    Serialize,
    ser::{
        SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
        SerializeTupleStruct, SerializeTupleVariant, Serializer,
    },
};
use serde_json::{Error, to_writer};

/// Writes a value to the end of what is there.
pub(super) fn write(text: &mut Vec<u8>, value: &impl Serialize) -> Result<(), Error> {
    value.serialize(&mut Writer(text))
}

struct Writer<'a>(&'a mut Vec<u8>);

/// A list or an object in the making.
struct Compound<'a, 'b> {
    writer: &'a mut Writer<'b>,
    is_empty: bool,
    end: &'static str,
}

impl<'b> Writer<'b> {
    fn put(&mut self, text: &str) -> Result<(), Error> {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }

    fn number(&mut self, number: impl itoa::Integer) -> Result<(), Error> {
        self.put(itoa::Buffer::new().format(number))
    }

    fn begin(&mut self, begin: &str, end: &'static str) -> Result<Compound<'_, 'b>, Error> {
        self.put(begin)?;
        Ok(Compound { writer: self, is_empty: true, end })
    }

    /// A variant that holds something: an object with one field.
    fn variant(
        &mut self,
        name: &'static str,
        begin: &str,
        end: &'static str,
    ) -> Result<Compound<'_, 'b>, Error> {
        self.put("{")?;
        self.serialize_str(name)?;
        self.put(":")?;
        self.begin(begin, end)
    }
}

impl Compound<'_, '_> {
    fn comma(&mut self) -> Result<(), Error> {
        if std::mem::take(&mut self.is_empty) { Ok(()) } else { self.writer.put(",") }
    }

    fn element(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        self.comma()?;
        value.serialize(&mut *self.writer)
    }

    fn field(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        debug_assert!(!name.bytes().any(is_escaped), "{name:?} is no plain name");
        self.writer.put(if std::mem::take(&mut self.is_empty) { "\"" } else { ",\"" })?;
        self.writer.put(name)?;
        self.writer.put("\":")?;
        value.serialize(&mut *self.writer)
    }

    fn finish(self) -> Result<(), Error> {
        self.writer.put(self.end)
    }
}

fn is_escaped(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// The methods for whole numbers.
macro_rules! numbers {
    ($($method:ident: $type:ty),*) => {$(
        fn $method(self, number: $type) -> Result<(), Error> {
            self.number(number)
        }
    )*};
}

impl<'a, 'b> Serializer for &'a mut Writer<'b> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Compound<'a, 'b>;
    type SerializeTuple = Compound<'a, 'b>;
    type SerializeTupleStruct = Compound<'a, 'b>;
    type SerializeTupleVariant = Compound<'a, 'b>;
    type SerializeMap = Compound<'a, 'b>;
    type SerializeStruct = Compound<'a, 'b>;
    type SerializeStructVariant = Compound<'a, 'b>;

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.put(if value { "true" } else { "false" })
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        to_writer(&mut *self.0, &value)
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        to_writer(&mut *self.0, &value)
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        to_writer(&mut *self.0, &value)
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        // Without an early end, so that many bytes are looked at at once.
        if text.bytes().fold(false, |found, byte| found | is_escaped(byte)) {
            return to_writer(&mut *self.0, text);
        }
        self.put("\"")?;
        self.put(text)?;
        self.put("\"")
    }

    fn collect_str<T: std::fmt::Display + ?Sized>(self, value: &T) -> Result<(), Error> {
        self.put("\"")?;
        let begin = self.0.len();
        write!(self.0, "{value}").map_err(Error::io)?;
        if self.0[begin..].iter().copied().any(is_escaped) {
            self.0.truncate(begin - 1);
            return to_writer(&mut *self.0, &value.to_string());
        }
        self.put("\"")
    }

    fn serialize_bytes(self, written: &[u8]) -> Result<(), Error> {
        self.0.extend_from_slice(written);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.put("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.put("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.put("null")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let mut object = self.begin("{", "}")?;
        object.field(variant, value)?;
        object.finish()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'a, 'b>, Error> {
        self.begin("[", "]")
    }

    fn serialize_tuple(self, _: usize) -> Result<Compound<'a, 'b>, Error> {
        self.begin("[", "]")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Compound<'a, 'b>, Error> {
        self.begin("[", "]")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a, 'b>, Error> {
        self.variant(variant, "[", "]}")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'a, 'b>, Error> {
        self.begin("{", "}")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Compound<'a, 'b>, Error> {
        self.begin("{", "}")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Compound<'a, 'b>, Error> {
        self.variant(variant, "{", "}}")
    }
}

/// The traits of lists, and of objects whose fields are known: each has two methods, which differ in name alone.
macro_rules! compounds {
    ($($list:ident, $element:ident;)* -- $($object:ident;)*) => {
        $(impl $list for Compound<'_, '_> {
            type Ok = ();
            type Error = Error;

            fn $element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.element(value)
            }

            fn end(self) -> Result<(), Error> {
                self.finish()
            }
        })*
        $(impl $object for Compound<'_, '_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
                self.field(name, value)
            }

            fn end(self) -> Result<(), Error> {
                self.finish()
            }
        })*
    };
}

compounds! {
    SerializeSeq, serialize_element;
    SerializeTuple, serialize_element;
    SerializeTupleStruct, serialize_field;
    SerializeTupleVariant, serialize_field;
    --
    SerializeStruct;
    SerializeStructVariant;
}

impl SerializeMap for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.comma()?;
        let begin = self.writer.0.len();
        key.serialize(&mut *self.writer)?;
        // Numbers are keys too, as texts.
        if self.writer.0[begin] != b'"' {
            self.writer.0.insert(begin, b'"');
            self.writer.put("\"")?;
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.writer.put(":")?;
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(value: impl Serialize) {
        let mut text = Vec::new();
        write(&mut text, &value).unwrap();
        assert_eq!(String::from_utf8(text).unwrap(), serde_json::to_string(&value).unwrap());
    }

    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Shape {
        Plain,
        Wrapped(u8),
        Listed(u8, bool),
        Named { width: i64, height: Option<f64> },
    }

    #[derive(Serialize)]
    struct Flat {
        name: &'static str,
        #[serde(flatten)]
        rest: BTreeMap<String, u32>,
        #[serde(skip_serializing_if = "Option::is_none")]
        absent: Option<u8>,
    }

    #[test]
    fn texts_are_escaped_as_serde_json_escapes_them() {
        let ascii: String = (0_u8..128).map(char::from).collect();
        check(ascii.chars().map(String::from).collect::<Vec<_>>());
        check(["", "plain", "Ä → 😀", "a \"quoted\" \\ word", "\u{7f}\u{2028}", &ascii]);
        check(('x', '"', format_args!("{}\n", 1), format_args!("{}", 2)));
    }

    #[test]
    fn numbers_are_written_as_serde_json_writes_them() {
        check((i8::MIN, i16::MIN, i32::MIN, i64::MIN, u8::MAX, u16::MAX, u32::MAX, u64::MAX));
        check([0.0, -0.0, 0.1, 1.0, 1e16, 1e-7, f64::MAX, f64::NAN, f64::INFINITY]);
        check([1.5_f32, 0.1, f32::MIN]);
    }

    #[test]
    fn every_shape_of_value_is_written_as_serde_json_writes_it() {
        check([Shape::Plain, Shape::Wrapped(1), Shape::Listed(2, true)]);
        check(Shape::Named { width: -3, height: Some(0.5) });
        check(Shape::Named { width: 0, height: None });
        check(Flat { name: "", rest: [("one".to_owned(), 1), ("\"".to_owned(), 2)].into(), absent: None });
        check(BTreeMap::from([(404_u16, ()), (499, ())]));
        check(json!({ "a": [], "b": {}, "c": [null, { "d": [1, [2.5, "\t"]] }], "e\n": false }));
    }
}
