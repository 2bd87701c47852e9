# The seed article's 2x2 figure in gnuplot, for bench/run.py: gnuplot -e "term='svg'; target='out.svg'" seed_figure.gp
if (term eq 'pdf') {
    set terminal pdfcairo size 12in,8in font 'Noto Sans CJK SC,12'
} else {
    if (term eq 'png') {
        set terminal pngcairo size 1200,800 font 'Noto Sans CJK SC,12'
    } else {
        set terminal svg size 1200,800 font 'Noto Sans CJK SC,12'
    }
}
set output target
set encoding utf8
set samples 1000
set xrange [-10:10]
set grid dashtype 2
set xzeroaxis linetype 1 linecolor rgb 'black'
set yzeroaxis linetype 1 linecolor rgb 'black'
unset key
set multiplot layout 2,2
set title 'Sigmoid 激活函数'
plot 1 / (1 + exp(-x)) linecolor rgb 'blue' linewidth 2
set title 'Tanh 激活函数'
plot tanh(x) linecolor rgb 'green' linewidth 2
set title 'ReLU 激活函数'
plot x > 0 ? x : 0 linecolor rgb 'red' linewidth 2
set title 'Leaky ReLU 激活函数（α = 0.01）'
plot x > 0 ? x : 0.01 * x linecolor rgb 'purple' linewidth 2
unset multiplot
