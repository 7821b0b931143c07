// The world map that chart options call "world": Natural Earth 1:50m country shapes from world-atlas.
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);

let shapes;

// The shapes that a drawing of the given width shows between [[west, north], [east, south]]:
// land outside is left out, and points closer than a pixel and a half are merged.
export function worldMap([[west, north], [east, south]], widthPixels) {
  shapes ??= read();
  const margin = (east - west) * 0.02;
  const seen = ring => ring.some(([x, y]) => x > west - margin && x < east + margin && y > south - margin && y < north + margin)
    || around(ring, west, south, east, north);
  const step = (east - west) / widthPixels * 1.5;
  const features = [];
  for (const country of shapes) {
    const polygons = country.polygons.filter(rings => seen(rings[0])).map(rings => rings.map(ring => thinned(ring, step)).filter(ring => ring.length > 3));
    const kept = polygons.filter(rings => rings.length > 0);
    if (kept.length > 0) features.push({ type: 'Feature', properties: { name: country.name }, geometry: { type: 'MultiPolygon', coordinates: kept } });
  }
  return { type: 'FeatureCollection', features };
}

function read() {
  const atlas = require('world-atlas/countries-50m.json');
  return feature(atlas, atlas.objects.countries).features
    // Antarctica is on no route and would only shrink the rest.
    .filter(country => country.id !== '010')
    .map(country => ({
      name: country.properties.name,
      polygons: (country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates)
        .map(rings => rings.map(unbroken)),
    }));
}

// A shape across the date line goes on beyond 180 degrees; jumping back would draw a stripe round the world.
function unbroken(ring) {
  let turn = 0;
  return ring.map(([x, y], i) => {
    if (i > 0 && Math.abs(x - ring[i - 1][0]) > 180) turn += x < ring[i - 1][0] ? 360 : -360;
    return [x + turn, y];
  });
}

// A large country may hold the whole view without a point in it.
function around(ring, west, south, east, north) {
  const xs = ring.map(p => p[0]), ys = ring.map(p => p[1]);
  return Math.min(...xs) <= west && Math.max(...xs) >= east && Math.min(...ys) <= south && Math.max(...ys) >= north;
}

function thinned(ring, step) {
  const kept = [ring[0]];
  for (const point of ring.slice(1, -1)) {
    const last = kept[kept.length - 1];
    if (Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) >= step) kept.push(point);
  }
  kept.push(ring[ring.length - 1]);
  return kept;
}
